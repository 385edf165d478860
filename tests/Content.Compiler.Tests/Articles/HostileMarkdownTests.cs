namespace Content.Compiler.Tests.Articles;

/// <summary>Whatever the text, reading it takes work and memory that its length bounds: the right result comes of it, or a diagnostic that says why there is none.</summary>
public sealed class HostileMarkdownTests
{
    /// <summary>Several times what any of them takes. What grows with the square of its length takes thousands.</summary>
    private const int MostBytesPerCharacter = 2_000;

    /// <summary>Those whose parsing grows with the square of their length: the bounds of work and of depth give them up.</summary>
    private static readonly HashSet<string> tooMuch =
    [
        "lists", "more quotes", "open brackets", "brackets around brackets", "open links", "open images", "open footnotes", "undefined references",
        "titles in parentheses", "closed brackets that open again", "emphasis in many paragraphs", "brackets in many paragraphs", "emphasis of no one in many paragraphs",
        "list items on one line", "empty lines in nested lists", "empty lines in nested containers", "paragraphs in a list item", "link definitions",
    ];

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
        ["addresses"] = Repeat("http://a.b ", 100_000),
        ["addresses without stops"] = Repeat("www.a.b ", 800_000),
        ["titles in parentheses"] = Repeat("[a](b (c ", 150_000) + ")",
        ["instructions"] = Repeat("a <? ", 250_000),
        ["declarations"] = Repeat("a <!A ", 250_000),
        ["comments"] = Repeat("a <!-- ", 600_000),
        ["open attributes"] = Repeat("{#", 500_000),
        ["open destinations"] = Repeat("[a](b ", 1_000_000),
        ["closed brackets that open again"] = Repeat("[ (](", 200_000),
        ["emphasis in many paragraphs"] = Repeat(Repeat("_a ", 9_000) + "\n\n", 100),
        ["brackets in many paragraphs"] = Repeat(Repeat("[a", 9_000) + "\n\n", 100),
        ["emphasis of no one in many paragraphs"] = Repeat(Repeat("_a ~b ", 4_000) + Repeat("*a ", 2_000) + "\n\n", 50),
        ["list items on one line"] = Repeat("- ", 500_000) + "x",
        ["empty lines in nested lists"] = Repeat("- ", 100) + "x" + Repeat("\n", 1_000_000),
        ["empty lines in nested containers"] = Repeat("::: a\n", 1000) + Repeat("\n", 1_000_000),
        ["paragraphs in a list item"] = "- a\n\n" + Repeat("  a\n\n", 800_000),
        ["link definitions"] = Repeat("[a]: /b\n", 300_000),
        ["link definitions apart"] = Repeat("[a]: /b\n\n", 600_000),
        ["footnotes"] = Repeat("[^a]: b\n", 500_000),
        ["underlines"] = Repeat("a\n=\n", 700_000),
        ["headings of many names"] = string.Concat(Enumerable.Range(0, 400_000).Select(number => $"# a{number}\n")),
        ["a wide table of short rows"] = Repeat("a|", 5_000) + "\n" + Repeat("-|", 5_000) + "\n" + Repeat("|\n", 500_000),
        ["a long definition used often"] = "[a]: /" + new string('b', 500_000) + "\n\n" + Repeat("[a]\n", 100_000),
        ["a long abbreviation used often"] = "*[AB]: " + new string('b', 500_000) + "\n\n" + Repeat("AB ", 100_000),
        ["code of many lengths"] = string.Concat(Enumerable.Range(1, 6_000).Select(length => "a" + new string('`', length))),
        ["NUL"] = Repeat("a\0[x](b\0.md) <a href=\"c\0.md\"></a>", 20_000),
        ["half surrogate pairs"] = Repeat("\ud800[x](\udc00.md)\n# \ud83d\n", 20_000),
    };

    public static TheoryData<string> Names => [.. texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_or_given_up_in_bounded_work(string name)
    {
        var (content, allocated) = Allocation.Of(() => Reading.Markdown(texts[name]));

        Assert.InRange(allocated / texts[name].Length, 0, MostBytesPerCharacter);
        var isGivenUp = content.Diagnostics.Any(diagnostic => diagnostic.Code == "CONTENT1011");
        Assert.True(isGivenUp || !content.Body.Utf8.IsEmpty, "Neither a body nor a reason.");
        Assert.True(isGivenUp || !tooMuch.Contains(name), "The work was not counted.");
    }

    [Fact]
    public void A_million_links_are_a_million_links()
    {
        var text = Repeat("[x](a.md) ", 1_000_000);

        var (content, allocated) = Allocation.Of(() => Reading.Markdown(text));

        Assert.Equal(1_000_000, content.Links.Length);
        Assert.Equal("(1,9999995,1,9999999)", content.Links[^1].Range.ToString());
        Assert.InRange(allocated / text.Length, 0, MostBytesPerCharacter);
    }

    [Fact]
    public void Links_side_by_side_are_not_nested() => Assert.Equal(10_000, Reading.Markdown(Repeat("[x](a.md)", 10_000)).Links.Length);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
