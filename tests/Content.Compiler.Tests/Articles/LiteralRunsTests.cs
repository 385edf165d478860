using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Schema;
using Content.Compiler.Tests.Corpora;
using CsCheck;
using Markdig;

namespace Content.Compiler.Tests.Articles;

/// <summary>Text that is taken in one step is what it is when Markdig stops at every letter that a link may begin with: in the HTML, and in every node and place.</summary>
public sealed class LiteralRunsTests
{
    private const int Runs = 6000;

    private static readonly string[] pieces =
    [
        "www.", "wwww.", "Www.", "ww", "w.", "http://", "https://", "https://x.y", "http://x.example/a_b", "http:", "HTTP://x.y", "shttp://x.y", "ftp://", "ftp://x.y", "sftp://x.y", "mailto:", "mailto:a@b.c", "tel:", "tel:1", "hotel:1", "www.x.y", "x.y",
        ":", "::", ":x", "//", ".", "h", "t", "w", "f", "m", "th", "the", "word", "wh-ft ", "text of them ", "@b.c", "1",
        "\U0001F600", "e\u0301", "\u4F60", "\uFF1A", "\u00A0", "\u2003", "\uFEFF", "\0", "\t", " ", "  ", "   \n", "  \r\n", " t  \n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\\\n", "\\",
        "*", "**", "_", "~", "~~", "^", "+", "++", "=", "==", "\"\"", "\"", "$", "(", ")", "[", "]", "!", "](x)", "[w](t)", "[http://x.y](x)", "<a href=x>", "<A>", "</a>", "<b>", "<http://x.y>", "<!-- t -->", "<", ">", "`", "``", "&amp;", "&", "{", "}", "{#id}", "{.c t=h}", "'",
        "|", " | ", "\n| t | h |\n| - | - |\n| ", "\nw | t\n- | -\n", "\n+---+---+\n| t | w |\n+---+---+\n", "\n\n*[HTML]: abbreviation\n\n", "\n\n*[th]: t\n\n", "\n\n*[w]: www\n\n", "HTML", " HTML ",
        "\n# ", "\nh\n===\n", "\nt\n---\n", "\n- ", "\n  - ", "\n- [ ] ", "\n1. ", "\n> ", "\n>> ", "\n    ", "\n```t\n", "\n<div>\n", "\n</div>\n", "\n:::w\n", "\nt\n:   ", "\n^^^ ", "[^f]", "\n\n[^f]: ", "\n\n[r]: http://x.y\n\n", "[t][r]", "[r]", "\n[!NOTE]\n",
    ];

    private static readonly Gen<string> text = Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 30].Select(string.Concat);

    private static readonly (MarkdownPipeline Ours, MarkdownPipeline Markdigs)[] pipelines = [Pair(AnchorStyle.GitHub), Pair(AnchorStyle.Markdig)];

    [Fact]
    public void Nothing_changes_in_any_text() => text.Sample(AssertSame, iter: Runs, threads: 1);

    [Theory]
    [InlineData("example-site")]
    [InlineData("rust-blog")]
    [InlineData("desktop-docs")]
    [InlineData("inherited")]
    public void Nothing_changes_in_real_articles(string corpus)
    {
        var files = Directory.GetFiles(Corpus.Locate(corpus), "*.md", SearchOption.AllDirectories);

        Assert.All(files, file => AssertSame(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("www.")]
    [InlineData("wwww.")]
    [InlineData("http:")]
    [InlineData("t")]
    [InlineData("hotel:")]
    public void Takes_work_and_memory_as_the_text_is_long(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 5_000_000 / piece.Length));
        var work = new WorkBudget(text);

        var (_, allocated) = Allocation.Of(() => Markdown.Parse(text, pipelines[0].Ours, work));

        Assert.InRange(allocated, 0, 100L * text.Length);
        Assert.InRange(work.Spent, 0, 100L * text.Length);
    }

    private static void AssertSame(string text)
    {
        foreach (var (ours, markdigs) in pipelines)
        {
            var expected = Markdown.Parse(text, markdigs);
            var actual = Markdown.Parse(text, ours);
            Assert.Equal(MarkdownTree.Write(expected), MarkdownTree.Write(actual));
            Assert.Equal(expected.ToHtml(markdigs), actual.ToHtml(ours));
        }
    }

    private static (MarkdownPipeline, MarkdownPipeline) Pair(AnchorStyle anchors)
    {
        var without = MarkdownPipelines.Describe(anchors, MarkdownPipelines.UsualNesting);
        Assert.True(without.Extensions.TryRemove<LiteralRuns>());
        return (MarkdownPipelines.Create(anchors, MarkdownPipelines.UsualNesting), without.Build());
    }
}
