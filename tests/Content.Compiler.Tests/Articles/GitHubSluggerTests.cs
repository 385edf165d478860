using Content.Compiler.Articles.Markdown;

namespace Content.Compiler.Tests.Articles;

public sealed class GitHubSluggerTests
{
    [Theory]
    [InlineData("Hello, World!", "hello-world")]
    [InlineData("a  b", "a--b")]
    [InlineData(" a ", "-a-")]
    [InlineData("C# & F#", "c--f")]
    [InlineData("a_b-c", "a_b-c")]
    [InlineData("a\tb\nc", "abc")]
    [InlineData("ÄÖÜ Straße", "äöü-straße")]
    [InlineData("新馆开放", "新馆开放")]
    [InlineData("हिन्दी १२", "हिन्दी-१२")]
    [InlineData("Ⓐ x² Ⅷ", "ⓐ-x-ⅷ")]
    [InlineData("𐐀 😀 𝒳", "𐐨--𝒳")]
    [InlineData("İ", "i\u0307")]
    [InlineData("a‿b", "a‿b")]
    [InlineData("\ud800x", "x")]
    public void Text_becomes_what_GitHub_makes_of_it(string text, string slug) => Assert.Equal(slug, GitHubSlugger.Slug(text));

    [Fact]
    public void Repeats_are_numbered_while_the_result_is_taken()
    {
        var slugger = new GitHubSlugger();

        string[] texts = ["a", "a", "a-1", "a", "!", "?"];

        Assert.Equal(["a", "a-1", "a-1-1", "a-2", "", "-1"], texts.Select(slugger.Next));
    }
}
