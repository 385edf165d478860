using Content.Compiler.Articles.Extraction;
using Content.Compiler.Articles.Html;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Entries;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig;
using Markdig.Parsers;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Reads bodies of Markdown, one after the other: what that needs is used again. For one thread at a time.</summary>
internal sealed class MarkdownBodyReader
{
    private readonly MarkdownPipeline pipeline;
    private readonly AnchorStyle anchors;
    private readonly bool givesIds;
    private readonly ArticleFacts facts;
    private readonly SourceMap map = new();
    private readonly ArticleRenderer renderer;
    private readonly MarkupScan scan;
    private readonly Definitions definitions;
    private readonly LeftoverBrackets leftovers;
    private readonly UnfilledTemplates templates;
    private readonly RawHeadings rawHeadings;
    private readonly MarkupRules? rules;
    private readonly MarkupFilter? filter;
    private readonly List<BodyEdit> edits = [];
    private readonly CollectionExtractions extractions;
    private readonly bool hasStyle;

    public MarkdownBodyReader(MarkdownPipeline pipeline, ContentConfiguration configuration)
    {
        this.pipeline = pipeline;
        anchors = configuration.Anchors;
        givesIds = configuration.Dialects.Length > 0 || configuration.GivesDefinitionIds;
        hasStyle = configuration.Rules.HasRecommendedStyle;
        extractions = new CollectionExtractions(configuration);
        facts = new ArticleFacts { HeadingLinkLabel = configuration.HeadingLinkLabel, HasDialect = configuration.Dialects.Length > 0 };
        renderer = ArticleRenderer.Create(pipeline, configuration, facts, map);
        templates = new UnfilledTemplates(facts, configuration);
        scan = new MarkupScan(facts, map) { Templates = templates };
        rules = configuration.Html.Mode == HtmlMode.Allow ? null : new MarkupRules(configuration.Html);
        filter = rules is null ? null : new MarkupFilter(rules, facts, map);
        rawHeadings = new RawHeadings(pipeline, configuration.Anchors);
        definitions = new Definitions(facts, renderer.Links);
        leftovers = new LeftoverBrackets(new UndefinedReferences(facts), new SpacedDestinations(facts, configuration, templates));
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    /// <exception cref="BudgetExceededException">It is made to take long.</exception>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection, ArticleInputs? inputs)
    {
        // The parser replaces NUL by the same character; done before, its lines are slices of this very text.
        var text = source.Text[bodyStart..].Replace('\0', '\ufffd');
        facts.Start(source);
        renderer.Start(text, bodyStart);
        renderer.Code.Start(text, bodyStart, inputs);
        templates.Start(source, bodyStart);
        edits.Clear();
        var extraction = extractions.Start(collection);
        if (extraction is not null)
            renderer.Text.Start(text, bodyStart);
        var document = MarkdownParser.Parse(text, pipeline, new WorkBudget(text));
        TabbedHeadings.Mend(document, text);
        DocumentIds.FindExplicit(document, text, bodyStart, facts);
        if (givesIds)
            DocumentIds.FindGiven(document, facts);
        IReadOnlyList<string>? rawIds = null;
        if (anchors != AnchorStyle.Markdig && RawHeadings.MayBeIn(text))
            rawIds = rawHeadings.Give(document, source, bodyStart, facts);
        else if (anchors != AnchorStyle.Markdig)
            HeadingNames.Give(document, bodyStart, facts, anchors);
        else
            HeadingNames.Read(document, facts);
        if (rules is not null)
            AttributeFilter.Apply(document, text, bodyStart, rules, facts);
        renderer.Render(document);
        if (extraction is not null)
            renderer.Text.Stop();
        var html = filter is null ? renderer.Buffer.WrittenMemory : Filter(filter, bodyStart, extraction is not null);
        scan.Watch = extraction?.Watch;
        if (renderer.Raw.HasAny || extraction is not null)
            scan.Run(html);
        DocumentIds.FindFootnotes(document, facts);
        if (hasStyle)
            InvisibleBreaks.Report(document, text, bodyStart, facts);
        definitions.Check(document, text, bodyStart);
        leftovers.Check(document, text, bodyStart, renderer.Links.HidesText ? text : renderer.Buffer.Written);
        if (templates.HasAny)
            TextlessPlaces.Hide(document, bodyStart, templates);
        return Conclude(source, html, bodyStart, extraction, rawIds);
    }

    /// <summary>What is rendered, without what is not allowed in it; the places of what stays move along.</summary>
    private ReadOnlyMemory<char> Filter(MarkupFilter by, int bodyStart, bool hasPlaces)
    {
        var html = renderer.Buffer.WrittenMemory;
        FactOrder.Sort(facts.Links, facts.Slots);
        var whole = new TextSpan(0, html.Length);
        var taken = by.Run(html.Span, whole, bodyStart);
        if (taken.Count == 0)
            return html;
        map.Edit(taken);
        if (hasPlaces)
            renderer.Text.Edit(taken);
        return BodyEdits.Apply(html, whole, facts.Slots, taken);
    }

    private ArticleReading Conclude(SourceText source, ReadOnlyMemory<char> html, int bodyStart, TextExtraction? extraction, IReadOnlyList<string>? rawIds)
    {
        var body = new TextSpan(0, html.Length);
        var kept = TextSpan.FromBounds(bodyStart, source.Text.Length);
        var metadata = TextMetadata.None;
        // Reason: with an element that was taken out a heading may have gone, and ids are given in the order of the headings.
        if (rawIds is not null && (filter is null || rawIds.Count == scan.HeadingTags.Count))
            RawHeadings.Write(rawIds, html.Span, scan.HeadingTags, map, facts, edits);
        if (extraction is not null)
        {
            FactOrder.Sort(facts.Links, facts.Slots);
            var extracted = extraction.Read(html.Span, renderer.Text, facts);
            metadata = extracted.ToMetadata(head: null);
            if (extracted.Body is { } selected)
            {
                body = selected.Content;
                kept = renderer.Text.GetSource(selected.Whole);
                KeptBody.ForgetMarkupAround(facts, kept);
                KeptBody.Cut(facts, html.Span, body, selected.Tag.Start, scan.HeadingTags);
                RawHeadings.KeepAnchors(facts, edits, body);
            }
        }

        templates.Report(kept);
        if (edits.Count == 0 && body.Length == html.Length)
            return new ArticleReading(facts.Conclude(html), metadata);
        FactOrder.Sort(facts.Links, facts.Slots);
        return new ArticleReading(facts.Conclude(BodyEdits.Apply(html, body, facts.Slots, edits)), metadata);
    }
}
