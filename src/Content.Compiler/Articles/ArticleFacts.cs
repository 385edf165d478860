using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Sources;

namespace Content.Compiler.Articles;

/// <summary>A link and where it is written in the file.</summary>
internal readonly record struct FoundLink(string Destination, TextSpan Span, LinkRole Role);

/// <summary>Where a link's URL stands in the rendered text.</summary>
internal readonly record struct FoundSlot(int Start, int Length, int Link);

/// <summary>Collects what one article says while it is read. Used again for the next one.</summary>
internal sealed class ArticleFacts
{
    private readonly Dictionary<string, int> givenIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> anchorSet = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];
    private SourceText source = new("", "");

    /// <summary>The file as diagnostics name it.</summary>
    public string File => source.File;

    public List<FoundLink> Links { get; } = [];

    public List<FoundSlot> Slots { get; } = [];

    public List<string> Anchors { get; } = [];

    public List<ArticleHeading> Headings { get; } = [];

    public List<Suppression> Suppressions { get; } = [];

    public ImmutableArray<Diagnostic> Diagnostics => [.. diagnostics];

    public void Start(SourceText source)
    {
        this.source = source;
        givenIds.Clear();
        anchorSet.Clear();
        diagnostics.Clear();
        Links.Clear();
        Slots.Clear();
        Anchors.Clear();
        Headings.Clear();
        Suppressions.Clear();
    }

    public TextRange GetRange(TextSpan span) => source.GetRange(span);

    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>An id that the renderer gave.</summary>
    public void AddAnchor(string id)
    {
        if (id.Length > 0 && anchorSet.Add(id))
            Anchors.Add(id);
    }

    /// <summary>An id that the author gave, at <paramref name="span"/>.</summary>
    public void GiveId(string id, TextSpan span)
    {
        if (id.Length == 0)
            return;
        AddAnchor(id);
        if (!givenIds.TryAdd(id, span.Start))
            Report(MarkupErrors.IdGivenTwice(File, GetRange(span), id, source.Lines.GetPosition(givenIds[id]).Line));
    }

    /// <summary>
    /// All links are found: puts them in the order of the file (an image inside a link, a footnote, a definition are rendered in another).
    /// </summary>
    public ImmutableArray<Link> FinishLinks()
    {
        FactOrder.Sort(Links, Slots);
        var links = ImmutableArray.CreateBuilder<Link>(Links.Count);
        foreach (var link in Links)
        {
            var range = GetRange(link.Span);
            links.Add(new Link(link.Destination, range, link.Role));
        }

        return links.MoveToImmutable();
    }
}
