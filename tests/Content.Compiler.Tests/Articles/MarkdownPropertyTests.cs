using System.Text;
using Content.Compiler.Tests.Rendering;
using CsCheck;

namespace Content.Compiler.Tests.Articles;

/// <summary>What holds of every text, however its constructs are mixed.</summary>
public sealed class MarkdownPropertyTests
{
    private const int Runs = 4000;

    /// <summary>@ is a destination that stands nowhere else in the text. No name in braces has a single letter: those are read here and not by Markdig.</summary>
    private static readonly string[] pieces =
    [
        "[a](@)", "[a](<@>)", "![a](@ \"t\")", "[a](\n@\n't')", "[![b](@)](@)", "<a href=\"@\">", "</a>", "<img alt=\"\" src='@'>", "<img alt=\"\" srcset=\"@ 1x, @ 2x\">", "<video poster=@ >",
        "<https://x.example/@>", "[a][r]", "\n\n[r]: @\n\n", "\n\n[^f]: note [a](@)\n\n", "[^f]", "[x][undefined]",
        "> ", "\n> ", "\n- ", "\n  - ", "\n1. ", "\n   ", "\n\t", "\t", "\n\n", "\n", "\r\n", "\r\n\r\n", " ", "\n| a | b |\n|---|---|\n| ", " | ", " |\n", "\n# ", "\n===\n", "\n: ",
        "*", "**", "_", "`", "``", "\n```\n", "~~", "$", "[", "]", "(", ")", "!", "\\", "&amp;", "&", "<", ">", "{#id}", "{.cc}", "\n:::\n", "\n<div>\n", "\n</div>\n", "<b>", "</b>", "\n<p>\n\n", "<!-- c -->", "<!--", "-->", "<pre>", "</pre>",
        "text", "\U0001F600", "e\u0301", "\u4F60\u597D", "\uD83D", "\0", "\uFEFF", "\u2028", "www.y.example", "http://z.example/a", "a@b.example", "\n[x]: <", "<?", "<![CDATA[", "\n***\n", "[ ] ", "[!NOTE]\n",
    ];

    internal static readonly Gen<string> text = Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 40].Select(Number);

    /// <summary>Pieces of one long paragraph, in which much is read ahead, counted or taken at once.</summary>
    private static readonly string[] longPieces =
    [
        .. pieces.Where(piece => !piece.Contains('\n') && piece is not ("\0" or "\uD83D")),
        "\n", "\n", "  \n", new string('w', 500), new string(' ', 300), "<!A ", "<!a ", "<!-->", "<!--->", "?>", "]]>", "<A ", "{#", "}", "{.xx .yy}", "ftp:", "(", "tel:1", "www.", "\"\"", "::", "++", "==", "^", "[^u]", "][", "](", " (",
    ];

    private static readonly Gen<string> longText =
        Gen.Int[0, longPieces.Length - 1].Select(index => longPieces[index]).Array[100, 600].Select(parts => "[r]: d.md\n[^f]: note\n\n" + Number(parts));

    [Fact]
    public void A_long_paragraph_is_what_Markdig_renders() => longText.Sample(
        text => Assert.Equal(MarkdigItself.Render(text), MarkdigItself.OursWithItsIds(text)),
        iter: Runs, threads: 1);

    [Fact]
    public void A_body_is_what_Markdig_renders() => text.Sample(
        text =>
        {
            // Half a surrogate pair, on which Markdig's own ids fail, has no place in UTF-8.
            var written = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            Assert.Equal(MarkdigItself.Render(written), MarkdigItself.OursWithItsIds(written));
        },
        iter: Runs, threads: 1);

    /// <summary>Found at random: a line that looks like a definition in a paragraph, which the next line makes a heading.</summary>
    [Theory]
    [InlineData("\\<?\n[x]: <\n  - \n 1.  ")]
    [InlineData("text\n[x]: <\n---\n")]
    [InlineData("[x]: d.md\n[X]: e.md\n\n[x] [y][X]\n\n[^1]: note\n\n- [X][^1]\n")]
    public void Definitions_change_nothing_around_them(string text) => Assert.Equal(MarkdigItself.Render(text), MarkdigItself.OursWithItsIds(text));

    [Fact]
    public void Every_destination_is_found_where_it_is_written() => text.Sample(
        text => Assert.All(Reading.Markdown(text).Links, link =>
        {
            // The destinations of the pieces are numbered, so the one at the range is the one that is meant and no other.
            if (link.Destination.StartsWith("d-", StringComparison.Ordinal) && link.Destination.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.'))
                Assert.Equal(link.Destination, text.At(link.Range));
        }),
        iter: Runs, threads: 1);

    [Fact]
    public void Every_place_lies_in_the_file_and_every_slot_in_the_body() => text.Sample(
        text =>
        {
            const string Matter = "---\ntitle: x\n---\n";
            var content = Reading.Markdown(Matter + text, Matter.Length);
            var whole = new Sources.SourceTextBounds(Matter + text);
            Assert.All(content.Links, link => Assert.True(whole.Holds(link.Range), $"{link}"));
            Assert.All(content.Diagnostics, diagnostic => Assert.True(whole.Holds(diagnostic.Range) && diagnostic.Range.StartLine > 3, $"{diagnostic}"));
            var end = 0;
            foreach (var slot in content.Body.Slots)
            {
                Assert.InRange(slot.Offset, end, content.Body.Utf8.Length - slot.Length);
                Assert.InRange(slot.Link, 0, content.Links.Length - 1);
                end = slot.Offset + slot.Length;
            }
        },
        iter: Runs, threads: 1);

    [Fact]
    public void The_id_of_a_heading_is_the_same_everywhere() => text.Sample(
        text =>
        {
            var content = Reading.Markdown(text);
            var html = content.Html();
            foreach (var heading in content.Headings)
            {
                if (heading.Id.Length == 0)
                    continue;
                Assert.Contains(heading.Id, content.Anchors);
                Assert.Contains($"id=\"{System.Net.WebUtility.HtmlEncode(heading.Id)}\"", html.Replace("&#39;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        },
        iter: Runs, threads: 1);

    private static string Number(string[] pieces)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var part in pieces)
        {
            foreach (var unit in part)
            {
                if (unit == '@' && part != "a@b.example")
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"d-{number++}.md");
                else
                    text.Append(unit);
            }
        }

        return text.ToString();
    }
}
