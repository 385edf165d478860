using Content.Compiler.Articles.Html;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>What a page's <c>base</c> makes of its addresses.</summary>
public sealed class BaseAddressTests
{
    [Theory]
    [InlineData("https://a.example/x/y", "b", "https://a.example/x/b")]
    [InlineData("https://a.example/x/", "b", "https://a.example/x/b")]
    [InlineData("https://a.example", "b", "https://a.example/b")]
    [InlineData("https://a.example/x/y", "/b", "https://a.example/b")]
    [InlineData("https://a.example/x/y", "//b.example", "//b.example")]
    [InlineData("https://a.example/x/y", "#b", "https://a.example/x/y#b")]
    [InlineData("https://a.example/x/y?q#f", "?b", "https://a.example/x/y?b")]
    [InlineData("https://a.example/x/y", "mailto:b", "mailto:b")]
    [InlineData("https://a.example/x/y", "", "")]
    [InlineData("//a.example/x/", "b", "//a.example/x/b")]
    [InlineData("/x/y", "b", "/x/b")]
    [InlineData("x/y", "b", "x/b")]
    [InlineData("x", "b", "b")]
    public void An_address_counts_from_the_base(string href, string destination, string meant) => Assert.Equal(meant, BaseAddress.Parse(href)?.Resolve(destination));

    [Theory]
    [InlineData("")]
    [InlineData("?x")]
    [InlineData("#")]
    [InlineData("https:")]
    [InlineData("https:x")]
    [InlineData("https://")]
    [InlineData("https:///x")]
    [InlineData("//")]
    [InlineData("///x")]
    [InlineData("data:x")]
    public void Some_are_none(string href) => Assert.Null(BaseAddress.Parse(href));
}
