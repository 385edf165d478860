using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Html;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Schema;
using Content.Compiler.Tests.Corpora;
using Content.Compiler.Text;
using CsCheck;
using Markdig.Parsers;

namespace Content.Compiler.Tests.Articles;

/// <summary>Where reading stops early, it would have found nothing more.</summary>
public sealed class ShortWayTests
{
    private const int Runs = 6000;

    [Fact]
    public void Of_any_text_the_same_is_found_on_the_long_way() =>
        MarkdownPropertyTests.text.Sample(text => Assert.Equal(Find(text, isLong: true), Find(text, isLong: false)), iter: Runs, threads: 1);

    [Theory]
    [MemberData(nameof(Corpus.Names), MemberType = typeof(Corpus))]
    public void Of_real_articles_the_same_is_found_on_the_long_way(string corpus)
    {
        foreach (var file in Directory.EnumerateFiles(Corpus.Locate(corpus), "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.Equal(Find(text, isLong: true), Find(text, isLong: false));
        }
    }

    /// <summary>What <see cref="MarkdownBodyReader"/> finds, and what it would find if it looked at everything.</summary>
    private static string Find(string text, bool isLong)
    {
        // A file holds no half of a surrogate pair, and the parser no NUL.
        text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');
        var facts = new ArticleFacts();
        var map = new SourceMap();
        var pipeline = MarkdownPipelines.Create(AnchorStyle.GitHub, MarkdownPipelines.UsualNesting);
        var renderer = ArticleRenderer.Create(pipeline, Content.Compiler.Schema.DefaultConfiguration.Instance, facts, map);
        facts.Start(new SourceText("a.md", text));
        renderer.Start(text, 0);
        var document = MarkdownParser.Parse(text, pipeline);
        TabbedHeadings.Mend(document, text);
        DocumentIds.FindExplicit(document, text, 0, facts);
        HeadingNames.Give(document, 0, facts);
        renderer.Render(document);
        if (renderer.Raw.HasAny)
            new MarkupScan(facts, map) { Watch = isLong ? new Nobody() : null }.Run(renderer.Buffer.WrittenMemory);
        var leftovers = new LeftoverBrackets(new UndefinedReferences(facts), new SpacedDestinations(facts, DefaultConfiguration.Instance, new UnfilledTemplates(facts, DefaultConfiguration.Instance)));
        leftovers.Check(document, text, 0, isLong || renderer.Links.HidesText ? text : renderer.Buffer.Written);
        return string.Join('\n', facts.Headings.Select(heading => $"{heading.Level} {heading.Id} {heading.Text}"))
            + "\n--\n" + string.Join('\n', facts.Links)
            + "\n--\n" + string.Join('\n', facts.Slots)
            + "\n--\n" + string.Join('\n', facts.Anchors.InOrder)
            + "\n--\n" + string.Join('\n', facts.Suppressions)
            + "\n--\n" + string.Join('\n', facts.Diagnostics);
    }

    /// <summary>Whoever watches wants to see everything.</summary>
    private sealed class Nobody : IElementObserver
    {
        public void Open(ReadOnlySpan<char> html, in HtmlTokenizer tag)
        {
        }

        public void Empty(ReadOnlySpan<char> html, in HtmlTokenizer tag)
        {
        }

        public void Close(int end)
        {
        }

        public void Text(ReadOnlySpan<char> html, TextSpan place)
        {
        }
    }
}
