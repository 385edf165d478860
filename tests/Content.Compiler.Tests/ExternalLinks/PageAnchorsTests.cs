using Content.Compiler.ExternalLinks;
using CsCheck;

namespace Content.Compiler.Tests.ExternalLinks;

/// <summary>What a fragment can name on somebody else's page.</summary>
public sealed class PageAnchorsTests
{
    [Theory]
    [InlineData("<p id=x>", "x", true)]
    [InlineData("<p id=X>", "x", false)]
    [InlineData("<p ID='x'>", "x", true)]
    [InlineData("<a name=\"x\">", "x", true)]
    [InlineData("<A NAME=x>", "x", true)]
    [InlineData("<input name=x>", "x", false)]
    [InlineData("<!-- <p id=x> -->", "x", false)]
    [InlineData("<script>'<p id=x>'</script>", "x", false)]
    [InlineData("<title><p id=x></title>", "x", false)]
    [InlineData("<p id='f&uuml;r'>", "f%C3%BCr", true)]
    [InlineData("<p id='f%C3%BCr'>", "f%C3%BCr", true)]
    [InlineData("<p id='für'>", "für", true)]
    [InlineData("<h2 id=user-content-install>", "install", true)]
    [InlineData("<p id=", "x", false)]
    [InlineData("<p id=x", "x", true)]
    [InlineData("", "x", false)]
    public void A_fragment_names_an_id_or_a_named_anchor(string html, string fragment, bool isFound) =>
        Assert.Equal(isFound, PageAnchors.Read(html).Contains(fragment));

    [Theory]
    [InlineData("introduction", true)]
    [InlineData("L", true)]
    [InlineData("Lists", true)]
    [InlineData("", false)]
    [InlineData("top", false)]
    [InlineData("!/route", false)]
    [InlineData("/route", false)]
    [InlineData("L10", false)]
    [InlineData("L10-L20", false)]
    [InlineData("L3C5-L4C1", false)]
    [InlineData("page=3", false)]
    public void What_only_scripts_understand_is_not_looked_for(string fragment, bool isNamed) => Assert.Equal(isNamed, PageAnchors.IsNamed(fragment));

    [Fact]
    public void What_comes_before_the_damage_is_found_whatever_the_damage()
    {
        string[] parts = ["<", ">", "<a ", "name=", "id=", "'", "\"", "<!--", "-->", "<script>", "</", "&amp;", "&#x", "x", " ", "\0", "\uD800", "<![CDATA[", "="];
        Gen.Int[0, parts.Length - 1].Array[0, 60].Sample(damage =>
            PageAnchors.Read("<p id=first>" + string.Concat(damage.Select(part => parts[part]))).Contains("first"));
    }
}
