using Content.Compiler.Articles;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>From a link to what it leads to, and from there to everything that leads to it.</summary>
internal static class GoTo
{
    /// <summary>What stands at an offset leads to these places.</summary>
    /// <returns>The stretch that is followed, and where it leads; null where nothing is to be followed.</returns>
    public static (TextSpan Origin, IReadOnlyList<Place> Targets)? Definition(ContentDocument document, int offset)
    {
        if (document.FindField(offset) is { IsKey: false, Value: { } scalar } && document.FindValue(scalar.Span) is { } value)
        {
            return value switch
            {
                ResolvedReferenceValue reference when document.Site.FindTarget(reference) is var entry and >= 0 => (scalar.Span, [StartOf(document.Site, entry)]),
                ResolvedFileValue { Path: { } path } => (scalar.Span, [new Place(path, TextRange.FileStart)]),
                _ => null,
            };
        }

        if (document.FindLink(offset) is { } link)
            return Follow(document, document.Source.Lines is var lines ? SpanOf(lines, link.Range) : default, link);
        if (document.FindOutlineLink(offset) is not { } outline)
            return null;
        if (outline.Definition >= 0 && outline.Form == ReferenceForm.Full && outline.LabelSpan.Start <= offset)
            return (outline.LabelSpan, [new Place(document.File, document.Source.GetRange(document.Outline.Definitions[outline.Definition].Span))]);
        var origin = outline.TextSpan;
        if (document.LinkOf(outline) is { } goal && Follow(document, origin, goal) is { } followed)
            return followed;
        return outline.Definition >= 0
            ? (origin, [new Place(document.File, document.Source.GetRange(document.Outline.Definitions[outline.Definition].Span))])
            : null;
    }

    /// <summary>Everything that leads to what stands at an offset.</summary>
    /// <param name="document">The file.</param>
    /// <param name="offset">The place.</param>
    /// <param name="withDeclaration">Whether the place itself is one of them.</param>
    public static IReadOnlyList<Place> References(ContentDocument document, int offset, bool withDeclaration)
    {
        var site = document.Site;
        if (document.IsConfiguration || document.Entry < 0)
            return [];
        var field = document.FindField(offset);
        if (field is { IsKey: false, Value: { } scalar } && document.FindValue(scalar.Span) is ResolvedReferenceValue reference && site.FindTarget(reference) is var referred and >= 0)
            return ToEntry(site, referred, withDeclaration);
        var definition = document.FindDefinition(offset);
        var inDestination = document.FindLink(offset);
        if (definition >= 0 && inDestination is null)
            return ToLabel(document, definition, withDeclaration);
        if (inDestination is not null)
            return ToEnd(site, site.Follow(document.Entry, inDestination), withDeclaration);
        if (document.FindId(offset) is { } id)
            return ToAnchor(site, document.Entry, id.Id, withDeclaration);
        if (document.FindOutlineLink(offset) is { } link)
        {
            if (link.Definition >= 0 && (link.Form != ReferenceForm.Full || link.LabelSpan.Start <= offset))
                return ToLabel(document, link.Definition, withDeclaration);
            if (document.LinkOf(link) is { } goal)
                return ToEnd(site, site.Follow(document.Entry, goal), withDeclaration);
        }

        if (document.FindHeading(offset) is var heading and >= 0 && document.IdOf(heading) is { Length: > 0 } headingId)
        {
            var found = ToAnchor(site, document.Entry, headingId, withDeclaration);
            // Reason: the first heading is the article's own; who links to the article links to it.
            return heading == 0 && document.Outline.Headings[0].Level == 1
                ? [.. found.Concat(ToEntry(site, document.Entry, withDeclaration: false)).Distinct().OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Range)]
                : found;
        }

        return ToEntry(site, document.Entry, withDeclaration);
    }

    /// <summary>Where an anchor of an entry is; the entry's start where it has none of that name.</summary>
    public static Place AnchorOf(SiteView site, int entry, string id)
    {
        var file = site.Entries[entry].Article.File;
        if (id.Length > 0 && ContentDocument.Open(site, file) is { } target && target.FindAnchor(id) is { } span)
            return new Place(file, target.Source.GetRange(span));
        return StartOf(site, entry);
    }

    /// <summary>The stretch that a range is in a text.</summary>
    public static TextSpan SpanOf(LineMap lines, TextRange range) =>
        TextSpan.FromBounds(lines.GetOffset(range.StartLine, range.StartColumn), Math.Max(lines.GetOffset(range.StartLine, range.StartColumn), lines.GetOffset(range.EndLine, range.EndColumn)));

    private static Place StartOf(SiteView site, int entry) => new(
        site.Entries[entry].Article.File,
        site.Entries[entry].Collection.Layout == EntryLayout.Single ? TextRange.FileStart : site.Entries[entry].Article.Metadata.Anchor);

    private static (TextSpan, IReadOnlyList<Place>)? Follow(ContentDocument document, TextSpan origin, Link link)
    {
        var end = document.Site.Follow(document.Entry, link);
        if (end.Entry >= 0)
            return (origin, [AnchorOf(document.Site, end.Entry, end.Fragment)]);
        return end.File is { } file ? (origin, [new Place(file.File, TextRange.FileStart)]) : null;
    }

    private static IReadOnlyList<Place> ToEnd(SiteView site, LinkEnd end, bool withDeclaration)
    {
        if (end.Entry >= 0)
            return end.Fragment.Length > 0 ? ToAnchor(site, end.Entry, end.Fragment, withDeclaration) : ToEntry(site, end.Entry, withDeclaration);
        return end.File is { } file ? ToFile(site, file.File) : [];
    }

    private static IReadOnlyList<Place> ToAnchor(SiteView site, int entry, string id, bool withDeclaration)
    {
        var places = site.LinksTo(entry, id).Select(link => new Place(site.FileOf(link.From, link.Link), link.Link.Range with { File = null }));
        return [.. withDeclaration ? places.Distinct().Prepend(AnchorOf(site, entry, id)) : places.Distinct()];
    }

    private static IReadOnlyList<Place> ToEntry(SiteView site, int entry, bool withDeclaration)
    {
        var places = site.LinksTo(entry).Where(link => link.From != entry || FragmentText.Of(link.Link.Destination) is null)
            .Select(link => new Place(site.FileOf(link.From, link.Link), link.Link.Range with { File = null }))
            .Concat(site.ReferencesTo(entry).Select(reference => new Place(site.Entries[reference.From].Article.File, reference.Range)))
            .OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Range);
        return [.. withDeclaration ? places.Prepend(StartOf(site, entry)) : places];
    }

    private static List<Place> ToFile(SiteView site, string file)
    {
        var places = new List<Place>();
        for (var from = 0; from < site.Entries.Length; from++)
        {
            foreach (var link in site.Entries[from].Article.Content?.Links ?? [])
            {
                if (site.Follow(from, link).File?.File == file)
                    places.Add(new Place(site.FileOf(from, link), link.Range with { File = null }));
            }

            foreach (var value in SiteView.Flatten(site.Entries[from].Fields))
            {
                if (value is ResolvedFileValue { IsDefault: false } named && named.Path == file)
                    places.Add(new Place(site.Entries[from].Article.File, value.Range));
            }
        }

        return places;
    }

    private static IReadOnlyList<Place> ToLabel(ContentDocument document, int definition, bool withDeclaration)
    {
        var places = document.Outline.Links.Where(link => link.Definition == definition).Select(link => link.LabelSpan);
        if (withDeclaration)
            places = places.Prepend(document.Outline.Definitions[definition].LabelSpan);
        return [.. places.Select(span => new Place(document.File, document.Source.GetRange(span)))];
    }
}
