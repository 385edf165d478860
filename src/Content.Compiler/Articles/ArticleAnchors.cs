using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>The anchors of one article: who gave them, and which were given twice.</summary>
internal sealed class ArticleAnchors
{
    private readonly List<string> inOrder = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ofHeadings = new(StringComparer.Ordinal);
    private readonly List<DoubledId> doubled = [];

    /// <summary>All, in the order in which they were found.</summary>
    public IReadOnlyList<string> InOrder => inOrder;

    public void Clear()
    {
        inOrder.Clear();
        names.Clear();
        given.Clear();
        ofHeadings.Clear();
        doubled.Clear();
    }

    /// <summary>The anchors are these and no others.</summary>
    public void Replace(IEnumerable<string> anchors)
    {
        inOrder.Clear();
        names.Clear();
        foreach (var anchor in anchors)
            Add(anchor);
    }

    /// <summary>Whether a fragment names an anchor.</summary>
    public bool Contains(string id) => names.Contains(id);

    /// <summary>An id that the renderer gave.</summary>
    public void Add(string id)
    {
        if (id.Length > 0 && names.Add(id))
            inOrder.Add(id);
    }

    /// <summary>An id that the renderer gave to the heading that starts at <paramref name="start"/>.</summary>
    public void AddOfHeading(string id, int start)
    {
        Add(id);
        ofHeadings.TryAdd(id, start);
    }

    /// <summary>An id that the author gave, at <paramref name="span"/>.</summary>
    public void GiveId(string id, TextSpan span)
    {
        if (id.Length > 0 && ofHeadings.TryGetValue(id, out var heading))
            doubled.Add(new DoubledId(id, span, heading, IsHeading: true));
        else
            GiveName(id, span);
    }

    /// <summary>A name of an anchor that the author gave; that it is also a heading's id is an old custom that does no harm.</summary>
    public void GiveName(string id, TextSpan span)
    {
        if (id.Length == 0)
            return;
        Add(id);
        if (given.TryAdd(id, span))
            return;

        // Those of Markdown are found before those of HTML; the first is the first of the file.
        var first = given[id].Start <= span.Start ? given[id] : span;
        doubled.Add(new DoubledId(id, first == span ? given[id] : span, first.Start, IsHeading: false));
        given[id] = first;
    }

    /// <summary>The ids that were given twice so far; they are not told again.</summary>
    public DoubledId[] TakeDoubled()
    {
        DoubledId[] taken = [.. doubled.Select(one => one.IsHeading ? one : one with { First = given[one.Id].Start })];
        doubled.Clear();
        return taken;
    }
}

/// <summary>An id that the author gave a second time, and where it was given first.</summary>
internal readonly record struct DoubledId(string Id, TextSpan Span, int First, bool IsHeading);
