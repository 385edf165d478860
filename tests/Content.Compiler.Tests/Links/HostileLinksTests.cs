using System.Text;

namespace Content.Compiler.Tests.Links;

/// <summary>Links that are made to take long or to fall between two rules, in whole builds: the right verdict on each.</summary>
public sealed class HostileLinksTests : IDisposable
{
    /// <summary>As many as an article may have bytes for.</summary>
    private const int Most = 270_000;

    private readonly TemporaryProject project = new();

    public HostileLinksTests() => project.Write("content/b.md", Article("# Here"));

    public static TheoryData<string, string> LongDestinations => new()
    {
        { Repeat("x", 100_000) + ".md", "CONTENT2001" },
        { Repeat("x/", 50_000) + "b.md", "CONTENT2001" },
        { Repeat("../", 33_000) + "b.md", "CONTENT2006" },
        { Repeat("./", 50_000) + "b.md", "" },
        { Repeat("x/../", 20_000) + "b.md", "" },
        { Repeat("%62", 33_000) + ".md", "CONTENT2001" },
        { "/" + Repeat("x", 100_000) + "/", "CONTENT2001" },
        { Repeat("x", 100_000) + ".png", "CONTENT2002" },
        { "b.md#" + Repeat("x", 100_000), "CONTENT2003" },
        { "#" + Repeat("%C3%A9", 16_000), "CONTENT2004" },
        { "b.md?" + Repeat("x=1&", 25_000) + "#here", "" },
        { "https://example.org/" + Repeat("x", 100_000), "" },
        { "https://" + Repeat("x.", 50_000) + "example", "" },
        { "javascript:" + Repeat("x", 100_000), "CONTENT2015" },
        { "mailto:" + Repeat("x", 100_000), "CONTENT2018" },
    };

    [Theory]
    [MemberData(nameof(LongDestinations))]
    public void A_destination_of_100_kB_gets_its_verdict(string destination, string code)
    {
        var result = Compile($"[x]({destination})");

        Assert.Equal(code, string.Join(' ', result.Diagnostics.Select(diagnostic => diagnostic.Code)));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal((5, 5 + destination.Length), (diagnostic.Range.StartColumn, diagnostic.Range.EndColumn)));
        Assert.All(result.Diagnostics, diagnostic => Assert.InRange(diagnostic.Message.Length, 1, 2000));
    }

    [Fact]
    public void All_links_that_one_article_can_hold_are_right() => Assert.Empty(Compile(Repeat("[x](b.md#here) ", Most)).Diagnostics);

    [Fact]
    public void All_links_that_one_article_can_hold_are_wrong() => Assert.Equal(Most, Compile(Repeat("[x](c.md) ", Most)).Diagnostics.Length);

    [Fact]
    public void Every_character_can_be_an_id_and_be_linked_to()
    {
        var text = new StringBuilder("\n");
        for (var value = 1; value <= 0x1FFFF; value += value < 0x10000 ? 1 : 97)
        {
            if (!Rune.TryCreate(value, out var rune))
                continue;
            var id = rune.ToString() is "\"" or "&" or "\r" ? $"&#{value};" : rune.ToString();
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<p id=\"{id}\"></p><a href=\"#{Uri.EscapeDataString(rune.ToString())}\">x</a>\n");
        }

        text.Append("<a href=\"#none-of-them\">x</a>");
        project.Write("content/c.html", Article(text.ToString()));
        Assert.Equal(["CONTENT2004 content/a.md", "CONTENT2004 content/c.html"], Compile($"<div>{text}</div>").Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.File}"));
    }

    [Theory]
    [InlineData("[x](b\0.md)", "CONTENT2001: Link target 'b\uFFFD.md' does not exist.")]
    [InlineData("[x](b.md#he\0re)", "CONTENT2003: 'b.md' has no anchor '#he\uFFFDre'. Did you mean '#here'?")]
    [InlineData("[x](b%00.md)", "CONTENT2001: Link target 'b%00.md' does not exist.")]
    [InlineData("<a href=\"b\0.md\">x</a>", "CONTENT2001: Link target 'b\uFFFD.md' does not exist.")]
    [InlineData("<p id=\"a\0b\"></p><a href=\"#a\uFFFDb\">x</a>", "")]
    [InlineData("<p id=\"&#xD83D;\"></p><a href=\"#&#xD83D;\">x</a>", "")]
    [InlineData("[x](#%ED%A0%BD)", "CONTENT2004: There is no anchor '#%ED%A0%BD' in this article.")]
    [InlineData("[x](b.md#&#xD83D;)", "CONTENT2003: 'b.md' has no anchor '#\uFFFD'.")]
    [InlineData("<a href=\"https:&#0;//example.org\">x</a>", "CONTENT2009: 'https:\uFFFD//example.org' is not a valid URL.")]
    public void NUL_and_half_a_surrogate_stand_for_the_replacement_character_or_are_wrong(string body, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Compile(body).Diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}")));
    }

    private CompilationResult Compile(string body)
    {
        project.Write("content/a.md", Article(body));
        return project.Compile();
    }

    public void Dispose() => project.Dispose();

    private static string Article(string body) => $"---\ntitle: x\ndate: 2026-11-23\n---\n{body}\n";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
