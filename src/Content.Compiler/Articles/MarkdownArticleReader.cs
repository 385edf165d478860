using System.Collections.Concurrent;
using System.Collections.Immutable;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Configuration;
using Content.Compiler.Sources;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Articles;

/// <summary>
/// Reads Markdown articles: one parse, one rendering, and from them everything that the text says. Made once for a configuration;
/// any number of threads can read with it.
/// </summary>
public sealed class MarkdownArticleReader
{
    private readonly ContentConfiguration configuration;
    private readonly MarkdownPipeline pipeline;
    private readonly ConcurrentBag<ArticleRenderer> renderers = [];

    /// <summary>A reader for articles of <paramref name="configuration"/>.</summary>
    public MarkdownArticleReader(ContentConfiguration configuration)
    {
        this.configuration = configuration;
        pipeline = MarkdownPipelines.Create(configuration.Anchors);
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection)
    {
        var text = source.Text[bodyStart..];
        var document = MarkdownParser.Parse(text, pipeline);
        var headings = configuration.Anchors == AnchorStyle.GitHub ? NameHeadings(document) : ReadHeadings(document);
        if (!renderers.TryTake(out var renderer))
            renderer = new ArticleRenderer(pipeline);
        renderer.Start(text);
        renderer.Render(document);
        renderer.Links.Sort();
        var content = new ArticleContent
        {
            Body = BodyEncoder.Encode(renderer.Buffer.Written, renderer.Links.Slots),
            Links = [.. renderer.Links.Links.Select(link => new Link(link.Destination, source.GetRange(link.Span.Shift(bodyStart)), link.Role))],
            Headings = headings,
            Anchors = [.. headings.Select(heading => heading.Id).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
        };
        renderers.Add(renderer);
        return new ArticleReading(content, TextMetadata.None);
    }

    private static ImmutableArray<ArticleHeading> NameHeadings(MarkdownDocument document)
    {
        var blocks = HeadingCollector.HeadingsOf(document);
        if (blocks.Count == 0)
            return [];
        var slugger = new GitHubSlugger();
        foreach (var block in blocks)
        {
            if (block.TryGetAttributes()?.Id is { } id)
                slugger.Reserve(id);
        }

        var headings = ImmutableArray.CreateBuilder<ArticleHeading>(blocks.Count);
        foreach (var block in blocks)
        {
            var text = InlineText.Of(block.Inline);
            var id = block.TryGetAttributes()?.Id;
            if (id is null)
            {
                id = slugger.Next(text);
                if (id.Length > 0)
                    block.GetAttributes().Id = id;
            }

            headings.Add(new ArticleHeading(block.Level, text, id));
        }

        return headings.MoveToImmutable();
    }

    private static ImmutableArray<ArticleHeading> ReadHeadings(MarkdownDocument document) =>
    [
        .. document.Descendants<HeadingBlock>()
            .Select(block => new ArticleHeading(block.Level, InlineText.Of(block.Inline), block.TryGetAttributes()?.Id ?? "")),
    ];
}
