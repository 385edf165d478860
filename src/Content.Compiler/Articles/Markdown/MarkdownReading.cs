using Content.Compiler.Articles.Html;
using Content.Compiler.Configuration;
using Content.Compiler.Sources;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Everything that reading an article needs and the next one can use again. For one thread at a time.</summary>
internal sealed class MarkdownReading
{
    private readonly MarkdownPipeline pipeline;
    private readonly AnchorStyle anchors;
    private readonly ArticleFacts facts;
    private readonly SourceMap map = new();
    private readonly ArticleRenderer renderer;
    private readonly MarkupScan scan;
    private readonly Definitions definitions;
    private readonly UndefinedReferences references;

    public MarkdownReading(MarkdownPipeline pipeline, ContentConfiguration configuration)
    {
        this.pipeline = pipeline;
        anchors = configuration.Anchors;
        facts = new ArticleFacts();
        renderer = ArticleRenderer.Create(pipeline, facts, map);
        scan = new MarkupScan(facts, map);
        definitions = new Definitions(facts, renderer.Links);
        references = new UndefinedReferences(facts);
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    public ArticleReading Read(SourceText source, int bodyStart)
    {
        // The parser replaces NUL by the same character; done before, its lines are slices of this very text.
        var text = source.Text[bodyStart..].Replace('\0', '\ufffd');
        facts.Start(source);
        renderer.Start(text, bodyStart);
        var document = MarkdownParser.Parse(text, pipeline);
        DocumentIds.FindExplicit(document, text, bodyStart, facts);
        if (anchors == AnchorStyle.GitHub)
            HeadingNames.Give(document, facts);
        else
            HeadingNames.Read(document, facts);
        renderer.Render(document);
        if (renderer.Raw.HasAny)
            scan.Run(renderer.Buffer.WrittenMemory);
        DocumentIds.FindFootnotes(document, facts);
        definitions.Check(document, text, bodyStart);
        references.Check(document, text, bodyStart);
        return new ArticleReading(facts.Conclude(renderer.Buffer.Written), TextMetadata.None);
    }
}
