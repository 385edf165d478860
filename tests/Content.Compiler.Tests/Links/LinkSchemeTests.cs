using Content.Compiler.Links;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Links;

/// <summary>Schemes, and what somebody typed for one.</summary>
public sealed class LinkSchemeTests
{
    [Theory]
    [InlineData("https://a.example", 5)]
    [InlineData("a:", 1)]
    [InlineData("z+-.9:x", 5)]
    [InlineData("", 0)]
    [InlineData(":", 0)]
    [InlineData("a", 0)]
    [InlineData("1a:", 0)]
    [InlineData("a/b:c", 0)]
    [InlineData("a b:c", 0)]
    public void A_scheme_begins_with_a_letter_and_ends_with_a_colon(string text, int length) => Assert.Equal(length, UriText.LengthOfScheme(text));

    [Theory]
    [InlineData("https;//a.example", 6)]
    [InlineData("http//a.example", 4)]
    [InlineData("htps.//a.example", 5)]
    [InlineData("httpss;;//a.example", 8)]
    [InlineData("httpsss;;//a.example", 0)]
    [InlineData("http;;;//a", 0)]
    [InlineData("docs//a.md", 0)]
    [InlineData("//a.example", 0)]
    [InlineData("https:", 0)]
    public void What_was_typed_for_http_is_measured(string text, int length) => Assert.Equal(length, LinkScheme.MeasureMistyped(text));

    [Theory]
    [InlineData("ttps:", "https")]
    [InlineData("HTTP", "http")]
    [InlineData("https;", "https")]
    [InlineData("htp::", "http")]
    [InlineData("htp:::", null)]
    [InlineData("ftp:", null)]
    [InlineData("docs", null)]
    public void What_was_meant_is_told(string beforeSlashes, string? meant) => Assert.Equal(meant, LinkScheme.Meant(beforeSlashes));

    [Theory]
    [InlineData("HTTP://a", nameof(LinkKind.External))]
    [InlineData("https:a", nameof(LinkKind.External))]
    [InlineData("mailto:", nameof(LinkKind.Mail))]
    [InlineData("Tel:1", nameof(LinkKind.Telephone))]
    [InlineData("JAVASCRIPT:x", nameof(LinkKind.Unsafe))]
    [InlineData("data:text/html,x", nameof(LinkKind.Unsafe))]
    [InlineData("data:image/png,x", nameof(LinkKind.Other))]
    [InlineData("c:\\docs", nameof(LinkKind.LocalPath))]
    [InlineData("htp://a", nameof(LinkKind.MisspelledScheme))]
    [InlineData("htp:a", nameof(LinkKind.Other))]
    [InlineData("ftp://a", nameof(LinkKind.Other))]
    [InlineData("irc://a", nameof(LinkKind.Other))]
    public void A_scheme_says_what_a_link_is(string text, string kind) =>
        Assert.Equal(kind, LinkScheme.Classify(text, text.IndexOf(':', StringComparison.Ordinal)).ToString());
}
