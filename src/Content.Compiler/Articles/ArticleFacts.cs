using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Sources;

namespace Content.Compiler.Articles;

/// <summary>A link and where it is written in the file.</summary>
internal readonly record struct FoundLink(string Destination, TextSpan Span, LinkRole Role, bool IsHtml = false);

/// <summary>Where a link's URL stands in the rendered text.</summary>
internal readonly record struct FoundSlot(int Start, int Length, int Link);

/// <summary>Collects what one article says while it is read. Used again for the next one.</summary>
internal sealed class ArticleFacts
{
    private readonly Dictionary<string, int> givenIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> headingIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> anchorSet = new(StringComparer.Ordinal);
    private readonly List<DoubledId> doubledIds = [];
    private readonly ByteArena bodies = new();
    private SourceText source = new("", "");

    /// <summary>The file as diagnostics name it.</summary>
    public string File => source.File;

    public List<FoundLink> Links { get; } = [];

    public List<FoundSlot> Slots { get; } = [];

    public List<string> Anchors { get; } = [];

    public List<ArticleHeading> Headings { get; } = [];

    public List<Suppression> Suppressions { get; } = [];

    /// <summary>What is wrong, but for ids that are given twice.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    public void Start(SourceText source)
    {
        this.source = source;
        givenIds.Clear();
        headingIds.Clear();
        anchorSet.Clear();
        Diagnostics.Clear();
        doubledIds.Clear();
        Links.Clear();
        Slots.Clear();
        Anchors.Clear();
        Headings.Clear();
        Suppressions.Clear();
    }

    public TextRange GetRange(TextSpan span) => source.GetRange(span);

    public void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);

    /// <summary>Tells of the ids that were given twice, as far as <paramref name="isDoubled"/> agrees.</summary>
    public void ReportDoubledIds(Predicate<string>? isDoubled = null)
    {
        foreach (var (id, span, other, isHeading) in doubledIds)
        {
            if (isDoubled?.Invoke(id) == false)
                continue;
            var line = source.Lines.GetPosition(other).Line;
            Report(isHeading ? MarkupErrors.IdOfHeading(File, GetRange(span), id, line) : MarkupErrors.IdGivenTwice(File, GetRange(span), id, line));
        }

        doubledIds.Clear();
    }

    /// <summary>The anchors are these and no others.</summary>
    public void ReplaceAnchors(IEnumerable<string> anchors)
    {
        Anchors.Clear();
        anchorSet.Clear();
        foreach (var anchor in anchors)
            AddAnchor(anchor);
    }

    /// <summary>Whether a fragment names an anchor.</summary>
    public bool HasAnchor(string id) => anchorSet.Contains(id);

    /// <summary>An id that the renderer gave.</summary>
    public void AddAnchor(string id)
    {
        if (id.Length > 0 && anchorSet.Add(id))
            Anchors.Add(id);
    }

    /// <summary>An id that the renderer gave to the heading that starts at <paramref name="start"/>.</summary>
    public void GiveHeadingId(string id, int start)
    {
        AddAnchor(id);
        headingIds.TryAdd(id, start);
    }

    /// <summary>An id that the author gave, at <paramref name="span"/>.</summary>
    public void GiveId(string id, TextSpan span)
    {
        if (id.Length > 0 && headingIds.TryGetValue(id, out var heading))
            doubledIds.Add(new DoubledId(id, span, heading, IsHeading: true));
        else
            GiveName(id, span);
    }

    /// <summary>A name of an anchor that the author gave; that it is also a heading's id is an old custom that does no harm.</summary>
    public void GiveName(string id, TextSpan span)
    {
        if (id.Length == 0)
            return;
        AddAnchor(id);
        if (!givenIds.TryAdd(id, span.Start))
            doubledIds.Add(new DoubledId(id, span, givenIds[id], IsHeading: false));
    }

    /// <summary>
    /// All links are found: puts them in the order of the file (an image inside a link, a footnote, a definition are rendered in another).
    /// </summary>
    private ImmutableArray<Link> FinishLinks()
    {
        FactOrder.Sort(Links, Slots);
        var links = ImmutableArray.CreateBuilder<Link>(Links.Count);
        foreach (var link in Links)
        {
            var range = GetRange(link.Span);
            links.Add(new Link(link.Destination, range, link.Role, link.IsHtml));
        }

        return links.MoveToImmutable();
    }

    /// <summary>All is found: the facts as they stay, with <paramref name="body"/>, to whose text the slots belong.</summary>
    public ArticleContent Conclude(ReadOnlySpan<char> body)
    {
        ReportDoubledIds();
        var links = FinishLinks();
        var measure = TextMeasure.Of(body);
        return new ArticleContent
        {
            Body = BodyEncoder.Encode(body, Slots, bodies),
            Links = links,
            Headings = [.. Headings],
            Anchors = [.. Anchors],
            Excerpt = measure.Excerpt,
            WordCount = measure.Words,
            Suppressions = [.. Suppressions],
            Diagnostics = [.. Diagnostics],
        };
    }

    /// <summary>An id that the author gave a second time, and where it was given first.</summary>
    private readonly record struct DoubledId(string Id, TextSpan Span, int First, bool IsHeading);
}
