using System.Diagnostics;

namespace Content.Compiler.Tests.Articles;

/// <summary>Whatever the text, reading it ends soon: with the right result, or with a diagnostic that says why there is none.</summary>
public sealed class HostileMarkdownTests
{
    /// <summary>Many times what it takes, for machines that are busy; without bounds these take minutes or for ever.</summary>
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> texts = new()
    {
        ["one line of 5 MB"] = new string('a', 5_000_000),
        ["a URL of 5 MB"] = $"<a href=\"{new string('b', 5_000_000)}\">x</a>",
        ["lists"] = Repeat("- ", 10_000) + "x",
        ["quotes"] = Repeat("> ", 10_000) + "x",
        ["more quotes"] = Repeat(">", 100_000),
        ["open brackets"] = Repeat("[", 50_000),
        ["brackets around brackets"] = Repeat("[", 50_000) + Repeat("]", 50_000),
        ["open links"] = Repeat("[a](", 500_000),
        ["open images"] = Repeat("![](", 200_000),
        ["open footnotes"] = Repeat("[^", 50_000),
        ["undefined references"] = Repeat("[a][b]", 50_000),
        ["links with spaces"] = Repeat("[x](./a b.md) ", 20_000),
        ["divisions"] = Repeat("<div>", 100_000),
        ["divisions in blocks"] = Repeat("<div>\n\n", 50_000),
        ["end tags"] = "x " + Repeat("</b>", 100_000),
        ["misnested tags"] = Repeat("<b><i></b>", 50_000),
        ["tables in tables"] = Repeat("<table><tr><td>", 50_000),
        ["quotes of attributes"] = Repeat("<a href=\"", 50_000),
        ["attributes"] = $"<a {Repeat("a=b ", 500_000)}>",
        ["commas"] = $"<img alt=\"\" srcset=\"{Repeat("a,", 500_000)}\">",
        ["references to characters"] = $"<a href=\"{Repeat("&amp;", 500_000)}\">x</a>",
        ["headings of one name"] = Repeat("# a\n", 50_000),
        ["ids of one name"] = Repeat("<p id=a></p>", 50_000),
        ["suppressions"] = Repeat("<!-- content-ignore CONTENT2001 -->\n", 50_000),
        ["NUL"] = Repeat("a\0[x](b\0.md) <a href=\"c\0.md\"></a>", 20_000),
        ["half surrogate pairs"] = Repeat("\ud800[x](\udc00.md)\n# \ud83d\n", 20_000),
    };

    public static TheoryData<string> Names => [.. texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_in_bounded_time(string name)
    {
        var watch = Stopwatch.StartNew();

        var content = Reading.Markdown(texts[name]);

        Assert.True(watch.Elapsed < limit, $"{watch.Elapsed}");
        Assert.True(!content.Body.Utf8.IsEmpty || content.Diagnostics.Any(diagnostic => diagnostic.Code == "CONTENT1011"), "Neither a body nor a reason.");
    }

    [Fact]
    public void A_million_links_are_a_million_links()
    {
        var watch = Stopwatch.StartNew();

        var content = Reading.Markdown(Repeat("[x](a.md) ", 1_000_000));

        Assert.Equal(1_000_000, content.Links.Length);
        Assert.Equal("(1,9999995,1,9999999)", content.Links[^1].Range.ToString());
        Assert.True(watch.Elapsed < limit, $"{watch.Elapsed}");
    }

    [Fact]
    public void Links_side_by_side_are_not_nested() => Assert.Equal(10_000, Reading.Markdown(Repeat("[x](a.md)", 10_000)).Links.Length);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
