using Content.Compiler.Articles.Extraction;
using Content.Compiler.Articles.Html;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>Reads bodies of HTML, one after the other: what that needs is used again. For one thread at a time.</summary>
internal sealed class HtmlBodyReader
{
    private readonly AnchorStyle anchors;
    private readonly ArticleFacts facts;
    private readonly SourceMap map = new();
    private readonly DocumentFrame frame = new();
    private readonly MarkupScan scan;
    private readonly UnfilledTemplates templates;
    private readonly MarkupFilter? filter;
    private readonly MarkupScan? filtered;
    private readonly ArticleFacts unfilteredFacts = new();
    private readonly List<BodyEdit> edits = [];
    private readonly CollectionExtractions extractions;

    public HtmlBodyReader(ContentConfiguration configuration)
    {
        anchors = configuration.Anchors;
        facts = new ArticleFacts { HeadingLinkLabel = configuration.HeadingLinkLabel, HasDialect = configuration.Dialects.Length > 0 };
        extractions = new CollectionExtractions(configuration);
        templates = new UnfilledTemplates(facts, configuration);
        if (configuration.Html.Mode == HtmlMode.Allow)
        {
            scan = new MarkupScan(facts, map) { Frame = frame, Templates = templates };
            return;
        }

        // What a document says of itself, and what fields take out of it, is in what does not come out as well.
        scan = new MarkupScan(unfilteredFacts, map) { Frame = frame };
        filter = new MarkupFilter(new MarkupRules(configuration.Html), facts, map);
        filtered = new MarkupScan(facts, map) { Templates = templates };
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection)
    {
        // Browsers read NUL as this character; of the same length, it moves nothing.
        var html = source.Text.Replace('\0', '\ufffd').AsMemory(bodyStart);
        facts.Start(source);
        unfilteredFacts.Start(source);
        map.Clear();
        map.Add(0, bodyStart, html.Length);
        edits.Clear();
        templates.Start(source, bodyStart);
        var extraction = extractions.Start(collection);
        scan.Watch = extraction?.Watch;
        scan.Run(html);
        if (filter is not null)
            return ReadFiltered(filter, source, html, bodyStart, extraction, collection);
        FactOrder.Sort(facts.Links, facts.Slots);

        var extracted = extraction?.Read(html.Span, map, facts) ?? default;
        var body = extracted.Body?.Content ?? frame.FindBody(scan.FirstBlock, html.Length);
        var tag = extracted.Body?.Tag.Start ?? frame.FindBodyTag(body);
        if (extracted.Body is { } element)
            KeptBody.ForgetMarkupAround(facts, map.GetSource(element.Whole));
        templates.Report(extracted.Body is { } kept ? map.GetSource(kept.Content) : TextSpan.FromBounds(bodyStart, source.Text.Length));
        KeptBody.Cut(facts, html.Span, body, tag, scan.HeadingTags);
        HeadingIds.Give(facts, html.Span, scan.HeadingTags, anchors, edits);
        if (frame.Base is { } href && BaseAddress.Parse(AttributeText.Decode(html.Span, href).Text) is { } address)
            Resolve(address, bodyStart + href.Start);
        edits.Sort((left, right) => left.Start.CompareTo(right.Start));
        var text = BodyEdits.Apply(html, body, facts.Slots, edits);

        var head = bodyStart == 0 ? HeadMetadata.Read(frame, html, bodyStart, collection) : null;
        return new ArticleReading(facts.Conclude(text), extracted.ToMetadata(head));
    }

    /// <summary>The body without what is not allowed in it, which is then read as if nothing else had been written.</summary>
    private ArticleReading ReadFiltered(
        MarkupFilter by, SourceText source, ReadOnlyMemory<char> html, int bodyStart, TextExtraction? extraction, CollectionDefinition collection)
    {
        FactOrder.Sort(unfilteredFacts.Links, unfilteredFacts.Slots);
        var extracted = extraction?.Read(html.Span, map, unfilteredFacts) ?? default;
        var body = extracted.Body?.Content ?? frame.FindBody(scan.FirstBlock, html.Length);
        var head = bodyStart == 0 ? HeadMetadata.Read(frame, html, bodyStart, collection) : null;
        var taken = by.Run(html.Span, body, bodyStart);
        var text = BodyEdits.Apply(html, body, facts.Slots, taken);
        map.Edit(taken);
        map.Move(-body.Start);
        filtered!.Run(text);
        templates.Report(map.IsEmpty ? new TextSpan(bodyStart, 0) : map.GetSource(new TextSpan(0, text.Length)));
        FactOrder.Sort(facts.Links, facts.Slots);
        HeadingIds.Give(facts, text.Span, filtered.HeadingTags, anchors, edits);
        edits.Sort((left, right) => left.Start.CompareTo(right.Start));
        var final = BodyEdits.Apply(text, new TextSpan(0, text.Length), facts.Slots, edits);
        return new ArticleReading(facts.Conclude(final), extracted.ToMetadata(head));
    }

    /// <summary>
    /// Relative addresses count from the base that the document names. The body comes without it, so what they mean is written out;
    /// an address that leads to a file of the site gets its URL later, like all others. What stands before the base does not know of it.
    /// </summary>
    private void Resolve(BaseAddress address, int place)
    {
        var resolved = new string?[facts.Links.Count];
        for (var index = 0; index < resolved.Length; index++)
        {
            var destination = facts.Links[index].Destination;
            if (facts.Links[index].Span.Start > place && address.Resolve(destination) is var whole && whole != destination)
            {
                resolved[index] = AttributeEncoding.Encode(whole);
                facts.Links[index] = facts.Links[index] with { Destination = whole };
            }
        }

        foreach (var slot in facts.Slots)
        {
            if (resolved[slot.Link] is { } text)
                edits.Add(new BodyEdit(slot.Start, slot.Length, text, IsSlot: true));
        }
    }
}
