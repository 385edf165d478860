using Content.Compiler.Articles.Extraction;
using Content.Compiler.Articles.Html;
using Content.Compiler.Articles.Markdown.Effort;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig;
using Markdig.Parsers;

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
    private readonly LeftoverBrackets leftovers;
    private readonly ExtractionPool extractions = new();

    public MarkdownReading(MarkdownPipeline pipeline, ContentConfiguration configuration)
    {
        this.pipeline = pipeline;
        anchors = configuration.Anchors;
        facts = new ArticleFacts();
        renderer = ArticleRenderer.Create(pipeline, facts, map);
        scan = new MarkupScan(facts, map);
        definitions = new Definitions(facts, renderer.Links);
        leftovers = new LeftoverBrackets(new UndefinedReferences(facts), new SpacedDestinations(facts, configuration));
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    /// <exception cref="TooMuchEffortException">It is made to take long.</exception>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection)
    {
        // The parser replaces NUL by the same character; done before, its lines are slices of this very text.
        var text = source.Text[bodyStart..].Replace('\0', '\ufffd');
        facts.Start(source);
        renderer.Start(text, bodyStart);
        var extraction = extractions.Start(collection);
        if (extraction is not null)
            renderer.Text.Start(text, bodyStart);
        var document = MarkdownParser.Parse(text, pipeline, new ParsingEffort(text));
        TabbedHeadings.Mend(document, text);
        DocumentIds.FindExplicit(document, text, bodyStart, facts);
        if (anchors == AnchorStyle.GitHub)
            HeadingNames.Give(document, bodyStart, facts);
        else
            HeadingNames.Read(document, facts);
        renderer.Render(document);
        if (extraction is not null)
            renderer.Text.Stop();
        scan.Watch = extraction?.Watch;
        if (renderer.Raw.HasAny || extraction is not null)
            scan.Run(renderer.Buffer.WrittenMemory);
        DocumentIds.FindFootnotes(document, facts);
        definitions.Check(document, text, bodyStart);
        leftovers.Check(document, text, bodyStart, renderer.Links.HidesText ? text : renderer.Buffer.Written);
        return extraction is null ? new ArticleReading(facts.Conclude(renderer.Buffer.Written), TextMetadata.None) : Extract(extraction);
    }

    private ArticleReading Extract(TextExtraction extraction)
    {
        var html = renderer.Buffer.WrittenMemory;
        FactOrder.Sort(facts.Links, facts.Slots);
        var extracted = extraction.Read(html.Span, renderer.Text, facts);
        if (extracted.Body is not { } body)
            return new ArticleReading(facts.Conclude(html.Span), extracted.ToMetadata(head: null));
        KeptBody.ForgetMarkupAround(facts, renderer.Text.GetSource(body.Whole));
        KeptBody.Cut(facts, html.Span, body.Content, body.Tag.Start, scan.HeadingTags);
        return new ArticleReading(facts.Conclude(BodyEdits.Apply(html, body.Content, facts.Slots, []).Span), extracted.ToMetadata(head: null));
    }
}
