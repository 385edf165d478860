using System.Text.Json;
using Content.Compiler.Articles;

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

    /// <summary>Headings of many scripts in one document, with the ids that the npm package github-slugger 2.0.0 gave them, in order.</summary>
    [Fact]
    public void Headings_of_every_script_get_the_ids_that_GitHub_gives_them()
    {
        var slugger = new GitHubSlugger();

        Assert.All(Known(), known => Assert.Equal(known[1], slugger.Next(known[0])));
    }

    [Fact]
    public void The_id_is_the_same_in_the_HTML_in_the_headings_and_in_the_check()
    {
        var texts = Known().Select(known => known[0]).Where(text => text.Trim() == text && text.Length > 0 && !text.Contains('\t')).ToList();
        var slugger = new GitHubSlugger();
        var ids = texts.Select(slugger.Next).ToList();

        var content = Reading.Markdown(string.Concat(texts.Select(text => $"# {Escape(text)}\n\n")));

        Assert.Equal(ids, content.Headings.Select(heading => heading.Id));
        Assert.Equal(ids.Where(id => id.Length > 0), content.Anchors);
        Assert.All(ids.Where(id => id.Length > 0), id => Assert.Contains($"id=\"{id}\"", content.Html(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# *a* `b` [c](d.md) ![e](f.png) <b>g</b> &amp; \\*h\\*", "a-b-c--g--h")]
    [InlineData("# x {#given}", "given")]
    [InlineData("Two\nlines\n===", "twolines")]
    [InlineData("# $x^2$ is math", "x2-is-math")]
    [InlineData("# The HTML of it\n\n*[HTML]: HyperText", "the-html-of-it")]
    [InlineData("# <https://a.example/>", "httpsaexample")]
    [InlineData("# \tTab", "tab")]
    public void The_text_of_a_heading_is_what_a_reader_sees(string text, string id) => Assert.Equal(id, Assert.Single(Reading.Markdown(text).Headings).Id);

    private static string[][] Known() => JsonSerializer.Deserialize<string[][]>(
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Articles", "github-slugs.json")))!;

    private static string Escape(string text) => string.Concat(text.Select(unit => char.IsAscii(unit) && char.IsPunctuation(unit) || char.IsAscii(unit) && char.IsSymbol(unit) ? $"\\{unit}" : $"{unit}"));
}
