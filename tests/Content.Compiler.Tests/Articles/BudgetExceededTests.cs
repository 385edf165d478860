using Content.Compiler.Schema;
using Content.Compiler.Tests.Rendering;

namespace Content.Compiler.Tests.Articles;

/// <summary>
/// A text that would take too long is refused, at the place where it becomes too much and with what there is too much of; half as much is read, and
/// to the same HTML that Markdig makes of it.
/// </summary>
public sealed class BudgetExceededTests
{
    private static readonly Dictionary<string, (Func<int, string> Make, int Many, string Range, string Cause)> texts = new()
    {
        ["emphasis"] = (count => "# a\n\n" + Repeat("*a `b` `c` `d` `e` ", count), 10_000, "(3,1,3,1)", "marks of emphasis or brackets in one paragraph"),
        ["brackets"] = (count => "a\n\n" + Repeat("[a `b` `c` `d` `e` ", count), 10_000, "(3,1,3,1)", "marks of emphasis or brackets in one paragraph"),
        ["references without definition"] = (count => Repeat("[a][b] c ", count), 10_000, "(1,1,1,1)", "marks of emphasis or brackets in one paragraph"),
        ["emphasis in what is no link"] = (count => Repeat("[*a `b` `c`](d e) ", count), 9_500, "(1,1,1,1)", "marks of emphasis or brackets in one paragraph"),
        ["titles"] = (count => "> " + Repeat("[a](b (c ", count), 6_000, "(1,3,1,3)", "links in one paragraph whose titles do not end"),
        ["code"] = (count => "a\n" + string.Concat(Enumerable.Range(1, count).Select(length => "a" + new string('`', length))), 2_600, "(1,1,1,1)", "backticks in one paragraph that open code and do not close it"),
        ["addresses"] = (count => "<b>*a " + Repeat("<a></a>http://a.b ", count), 18_000, "(1,1,1,1)", "addresses in one paragraph"),
        ["cells"] = (count => Repeat("a|", count) + "\n" + Repeat("-|", count) + "\n" + Repeat("|\n", count), 1_300, "(1,1,1,1)", "cells that are missing from the rows of a table"),
        ["link definitions"] = (count => Repeat("[a]: /b\n", count), 40_000, "(26187,1,26187,1)", "link definitions"),
        ["link definitions apart"] = (count => Repeat("[a]: /b\n\n", count), 80_000, "(138569,1,138569,1)", "link definitions"),
        ["footnotes"] = (count => Repeat("[^a]: b\n", count), 40_000, "(28283,1,28283,1)", "footnotes"),
        ["underlines"] = (count => string.Concat(Enumerable.Range(0, count).Select(number => $"a{number}\n=\n")), 80_000, "(113140,1,113140,1)", "underlined headings"),
        ["paragraphs"] = (count => "- a\n\n" + Repeat("  a\n\n", count), 80_000, "(126438,1,126438,1)", "paragraphs in one list item"),
        ["levels"] = (count => "> " + Repeat("- ", 60) + "x\n" + Repeat(">\n", count), 80_000, "(42158,1,42158,1)", "quotes, lists or containers inside each other"),
        ["levels on one line"] = (count => "a\n\n" + Repeat("- ", count) + "x", 40_000, "(3,1,3,1)", "list items inside each other on one line"),
        ["long definitions"] = (count => "[a]: /" + new string('b', count) + "\n\n" + Repeat("[a]\n", 2_000), 60_000, "(3,1,3,1)", "uses of long link definitions"),
        ["long abbreviations"] = (count => "*[AB]: " + new string('b', count) + "\n\n" + Repeat("AB ", 4_000), 20_000, "(1,1,1,1)", "uses of long definitions, each of which is written out in the page"),
    };

    public static TheoryData<string> Names => [.. texts.Keys];

    /// <summary>A half of these is more than Markdig itself takes, or takes in a depth where its own HTML cannot be had to compare with.</summary>
    public static TheoryData<string> NamesOfComparable => [.. texts.Keys.Except(["emphasis", "brackets", "emphasis in what is no link", "references without definition", "levels", "levels on one line"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void Too_much_is_refused_where_it_is_too_much(string name)
    {
        var (make, many, range, cause) = texts[name];

        var content = Reading.Markdown(make(many));

        var diagnostic = Assert.Single(content.Diagnostics);
        Assert.Equal("CONTENT1011", diagnostic.Code);
        Assert.Equal($"The text has too many {cause} to be read in reasonable time. Split it, or exclude the file with a '!' glob.", diagnostic.Message);
        Assert.Equal(range, diagnostic.Range.ToString());
        Assert.True(content.Body.Utf8.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(NamesOfComparable))]
    public void Half_as_much_is_read_as_ever(string name)
    {
        var (make, many, _, _) = texts[name];
        var text = make(many / 2);

        Assert.DoesNotContain(Reading.Markdown(text).Diagnostics, diagnostic => diagnostic.Code == "CONTENT1011");
        Assert.Equal(MarkdigItself.Render(text), MarkdigItself.OursWithItsIds(text));
    }

    [Fact]
    public void Markdigs_own_ids_are_bounded_too()
    {
        var configuration = Reading.Configuration with { Anchors = AnchorStyle.Markdig };

        var few = Reading.Markdown(Repeat("# a\n\n", 2_000), configuration);
        var many = Reading.Markdown(Repeat("# a\n\n", 50_000), configuration);

        Assert.Empty(few.Diagnostics);
        Assert.Equal("a-1999", few.Headings[^1].Id);
        var diagnostic = Assert.Single(many.Diagnostics);
        Assert.Equal("CONTENT1011", diagnostic.Code);
        Assert.StartsWith("The text has too many headings, or headings of one name, to be read", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_write_much_of_is_read()
    {
        var texts = new[]
        {
            "| a | b |\n|---|---|\n" + Repeat("| **a** `b_c_d` | [x](y.md \"z\") *b* http://a.b |\n", 2_000),
            "| a | b |\n|---|---|\n" + Repeat("| **a** | b |\n", 5_000),
            "| a | b |\n|---|---|\n" + Repeat("| **a** | [**b** *c*](d.md) | `e` *f* |\n", 2_000),
            Repeat("- [a](b.md) **c** `d` [^1] [e][f]\n", 20_000) + "\n[^1]: g\n\n[f]: h.md\n",
            string.Concat(Enumerable.Range(0, 5_000).Select(number => $"[a{number}]: /b{number} (c)\n")) + string.Concat(Enumerable.Range(0, 5_000).Select(number => $"- [a{number}]\n")),
            string.Concat(Enumerable.Range(0, 2_000).Select(number => $"a[^{number}]\n\n[^{number}]: b\n\n")),
            Repeat("> - > - a\n", 20_000),
            Repeat("a\n===\n\nb\n\n", 10_000),
        };

        Assert.All(texts, text => Assert.DoesNotContain(Reading.Markdown(text).Diagnostics, diagnostic => diagnostic.Code == "CONTENT1011"));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
