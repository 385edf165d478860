namespace Content.Compiler.Articles.Html;

/// <summary>
/// The elements that are open, kept as a browser keeps them as far as mistakes of authors go: what may be left out is filled in silently,
/// everything else that has to be repaired is told to the <see cref="StructureReport"/>.
/// </summary>
internal sealed partial class ElementStack
{
    /// <summary>How far an end tag looks for its element; browsers do not nest deeper either.</summary>
    private const int DeepestSearch = 512;

    /// <summary>How many lost elements an end tag is compared with.</summary>
    private const int MostLostCompared = 64;

    private static readonly string[] headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

    private readonly List<OpenElement> open = [];
    private readonly List<LostElement> lost = [];
    private int place;
    private int quiet;
    private int inert;
    private int paragraphs;
    private int tables;
    private int written;

    /// <summary>Whether an end tag to come can still concern what an author wrote: elements that are open, or that something else closed.</summary>
    public bool IsUnsettled => written > 0 || lost.Count > 0;

    /// <summary>Whether the place is inside code, a script or the like, where there are no links.</summary>
    public bool IsQuiet => quiet > 0;

    /// <summary>Whether the place is inside a template, where there is nothing of the page.</summary>
    public bool IsInert => inert > 0;

    /// <summary>Whether the place is inside SVG or MathML.</summary>
    public bool IsForeign => open.Count > 0 && open[^1].IsForeign;

    /// <summary>The innermost element that holds parts of a table only, if that is where the place is.</summary>
    public OpenElement? TablePart => open.Count > 0 && open[^1].Is(ElementTraits.TablePart) ? open[^1] : null;

    /// <summary>Is told of every element; null where nobody wants to know.</summary>
    public IElementWatch? Watch { get; set; }

    public void Clear()
    {
        open.Clear();
        lost.Clear();
        quiet = inert = paragraphs = tables = written = 0;
    }

    public void Start(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, StructureReport report)
    {
        place = tag.Span.Start;
        var name = tag.Name;
        var isForeign = IsForeign;
        var traits = Elements.Find(name);
        if (isForeign)
        {
            // An HTML island in SVG is entered by the elements that the standard names; all else is foreign until its parent ends.
            if (tag.IsSelfClosing)
                Watch?.Empty(html, tag);
            else
                Push(html, tag, new OpenElement(tag.Inner, tag.Span, traits & (ElementTraits.Known | ElementTraits.Quiet | ElementTraits.Inert), isWritten, !IsIsland(name), false));
            return;
        }

        var element = new OpenElement(tag.Inner, tag.Span, traits, isWritten, (traits & ElementTraits.Foreign) != 0, tag.IsSelfClosing);
        CloseImplied(html, element, report);
        if (element.Is(ElementTraits.Void) || (element.IsForeign && tag.IsSelfClosing))
            Watch?.Empty(html, tag);
        else
            Push(html, tag, element);
    }

    public void End(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, StructureReport report)
    {
        place = tag.Span.Start;
        var name = tag.Name;
        var traits = Elements.Find(name);
        if (isWritten && !IsForeign && name.Is("br"))
            report.ClosesVoid(tag.Span, tag.Inner);
        if ((traits & ElementTraits.Void) != 0 || name.IsAny("html", "body", "head"))
            return;
        var index = FindOpen(html, name);
        if (index >= 0)
        {
            var outer = open[index];
            var split = isWritten && IsText(html, outer) ? FindSplit(index) : -1;
            while (open.Count > index + 1)
            {
                var reason = open.Count - 1 == split ? LossReason.Reported : LossReason.OuterClosed;
                var lostElement = new LostElement(Pop(), tag.Span, outer.Name, isWritten, reason);
                if (reason == LossReason.Reported)
                    report.Misnested(lostElement);
                Lose(lostElement);
            }

            Pop();
            return;
        }

        if (!TakeLost(html, name, report) && !CloseHeading(html, tag, isWritten, report) && isWritten)
            report.ClosesNothing(tag.Span, tag.Inner);
    }

    private int FindOpen(ReadOnlySpan<char> html, ReadOnlySpan<char> name)
    {
        var isTablePart = tables > 0 && name.IsAny("table", "tr", "tbody", "thead", "tfoot");
        for (var index = open.Count - 1; index >= 0 && open.Count - index <= DeepestSearch; index--)
        {
            var element = open[index];
            if (NameOf(html, element).Equals(name, StringComparison.OrdinalIgnoreCase))
                return index;
            if (element.Is(ElementTraits.Boundary) && !(isTablePart && element.Is(ElementTraits.OptionalEnd)))
                return -1;
        }

        return -1;
    }

    private void Push(ReadOnlySpan<char> html, in HtmlTokenizer tag, in OpenElement element)
    {
        Count(element, 1);
        open.Add(element);
        Watch?.Open(html, tag);
    }

    private OpenElement Pop()
    {
        var element = open[^1];
        open.RemoveAt(open.Count - 1);
        Count(element, -1);
        Watch?.Close(place);
        return element;
    }

    private void Count(in OpenElement element, int change)
    {
        if (element.IsWritten)
            written += change;
        if (element.Is(ElementTraits.Quiet))
            quiet += change;
        if (element.Is(ElementTraits.Inert))
            inert += change;

        // The one element with a short name whose end tag may be left out.
        if (element.Name.Length == 1 && element.Is(ElementTraits.OptionalEnd))
            paragraphs += change;
        if (element.Is(ElementTraits.TablePart))
            tables += change;
    }

    private static bool IsIsland(ReadOnlySpan<char> name) => name.IsAny("foreignObject", "desc", "annotation-xml");

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> html, in OpenElement element) => html.Slice(element.Name.Start, element.Name.Length);
}
