using Content.Compiler.Sources;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// The elements that are open, kept as a browser keeps them as far as mistakes of authors go: what may be left out is filled in silently,
/// everything else that has to be repaired is told to the <see cref="StructureReport"/>.
/// </summary>
internal sealed class ElementStack
{
    /// <summary>How far an end tag looks for its element; browsers do not nest deeper either.</summary>
    private const int DeepestSearch = 512;

    /// <summary>How many lost elements an end tag is compared with.</summary>
    private const int MostLostCompared = 64;

    private readonly List<OpenElement> open = [];
    private readonly List<LostElement> lost = [];
    private int quiet;
    private int paragraphs;
    private int tables;

    /// <summary>Whether the place is inside code, a script or the like, where there are no links.</summary>
    public bool IsQuiet => quiet > 0;

    /// <summary>Whether the place is inside SVG or MathML.</summary>
    public bool IsForeign => open.Count > 0 && open[^1].IsForeign;

    /// <summary>The innermost element that holds parts of a table only, if that is where the place is.</summary>
    public OpenElement? TablePart => open.Count > 0 && open[^1].Is(ElementTraits.TablePart) ? open[^1] : null;

    public void Clear()
    {
        open.Clear();
        lost.Clear();
        quiet = paragraphs = tables = 0;
    }

    public void Start(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, StructureReport report)
    {
        var name = tag.Name;
        var isForeign = IsForeign;
        var traits = Elements.Find(name);
        if (isForeign)
        {
            // An HTML island in SVG is entered by the elements that the standard names; all else is foreign until its parent ends.
            if (!tag.IsSelfClosing)
                Push(new OpenElement(tag.Inner, tag.Span, traits & (ElementTraits.Known | ElementTraits.Quiet), isWritten, !IsIsland(name), false));
            return;
        }

        var element = new OpenElement(tag.Inner, tag.Span, traits, isWritten, (traits & ElementTraits.Foreign) != 0, tag.IsSelfClosing);
        CloseImplied(html, element, report);
        if (element.Is(ElementTraits.Void) || (element.IsForeign && tag.IsSelfClosing))
            return;
        Push(element);
    }

    public void End(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, StructureReport report)
    {
        var name = tag.Name;
        var traits = Elements.Find(name);
        if ((traits & ElementTraits.Void) != 0 || IsAny(name, "html", "body", "head"))
            return;
        var index = FindOpen(html, name);
        if (index >= 0)
        {
            var outer = open[index].Name;
            while (open.Count > index + 1)
                Lose(new LostElement(Pop(), tag.Span, outer, isWritten, LossReason.OuterClosed));
            Pop();
            return;
        }

        if (!TakeLost(html, name, report) && isWritten)
            report.ClosesNothing(tag.Span, tag.Inner);
    }

    /// <summary>The text has ended: whatever is open still stays open.</summary>
    public void Finish(StructureReport report)
    {
        while (open.Count > 0)
            Lose(new LostElement(Pop(), null, default, false, LossReason.OuterClosed));
        foreach (var element in lost)
        {
            if (element.Reason is not LossReason.Reported && element.Element.IsWritten && !element.Element.Is(ElementTraits.OptionalEnd))
                report.NeverClosed(element.Element);
        }
    }

    /// <summary>Closes what this start tag closes by standing here.</summary>
    private void CloseImplied(ReadOnlySpan<char> html, in OpenElement element, StructureReport report)
    {
        var name = html.Slice(element.Name.Start, element.Name.Length);
        if (element.Is(ElementTraits.NotNested) && FindOpen(html, name) is var same and >= 0)
            CloseThrough(same, element, LossReason.Nested);
        if (paragraphs > 0 && element.Is(ElementTraits.EndsParagraph) && FindOpen(html, "p") is var paragraph and >= 0)
            EndParagraph(paragraph, element, report);

        if (IsAny(name, "li"))
            CloseItem(html, element, "li", "li");
        else if (IsAny(name, "dt", "dd"))
            CloseItem(html, element, "dt", "dd");
        else if (IsAny(name, "option", "optgroup") && open.Count > 0 && IsAny(NameOf(html, open[^1]), "option"))
            Pop();
        else if (IsAny(name, "rt", "rp") && open.Count > 0 && IsAny(NameOf(html, open[^1]), "rt", "rp"))
            Pop();
        else if (tables > 0)
            CloseTableParts(html, element, name);

        if (open.Count > 0 && open[^1].Is(ElementTraits.TablePart) && !element.Is(ElementTraits.InTable))
            report.NotInTable(element, open[^1]);
        else if (tables == 0 && element.IsWritten && IsAny(name, "tr", "td", "th", "tbody", "thead", "tfoot"))
            report.OutsideTable(element);
    }

    private void CloseTableParts(ReadOnlySpan<char> html, in OpenElement element, ReadOnlySpan<char> name)
    {
        var closed = name switch
        {
            _ when IsAny(name, "td", "th") => "td th caption colgroup",
            _ when IsAny(name, "tr") => "td th tr caption colgroup",
            _ when IsAny(name, "tbody", "thead", "tfoot") => "td th tr tbody thead tfoot caption colgroup",
            _ when IsAny(name, "colgroup", "caption") => "colgroup caption",
            _ => null,
        };
        if (closed is null)
            return;

        // Down to the table at most: cells of a table in a cell do not end the outer one.
        var from = -1;
        for (var index = open.Count - 1; index >= 0 && open.Count - index <= DeepestSearch; index--)
        {
            var other = NameOf(html, open[index]);
            if (IsAny(other, "table", "template"))
                break;
            if (open[index].Is(ElementTraits.OptionalEnd) && Contains(closed, other))
                from = index;
        }

        if (from >= 0)
            CloseThrough(from, element, LossReason.OuterClosed);
    }

    private void CloseItem(ReadOnlySpan<char> html, in OpenElement element, string first, string second)
    {
        for (var index = open.Count - 1; index >= 0 && open.Count - index <= DeepestSearch; index--)
        {
            var name = NameOf(html, open[index]);
            if (IsAny(name, first, second))
            {
                CloseThrough(index, element, LossReason.OuterClosed);
                return;
            }

            if (open[index].Is(ElementTraits.Boundary) || (open[index].Is(ElementTraits.EndsParagraph) && !IsAny(name, "div", "address", "p")))
                return;
        }
    }

    /// <summary>
    /// A block ends a paragraph. That is as it should be where the paragraph's end tag was left out; if the end tag comes after all,
    /// or something inside the paragraph was cut in two, it is not.
    /// </summary>
    private void EndParagraph(int index, in OpenElement block, StructureReport report)
    {
        var reason = LossReason.BlockInParagraph;
        for (var inner = open.Count - 1; inner > index; inner--)
        {
            if (!open[inner].Is(ElementTraits.OptionalEnd))
                reason = LossReason.Reported;
        }

        if (reason == LossReason.Reported)
            report.BlockInParagraph(block, open[index]);
        CloseThrough(index, block, reason);
    }

    private void CloseThrough(int index, in OpenElement cause, LossReason reason)
    {
        while (open.Count > index)
        {
            // What stood inside is lost with it, without a mistake of its own where the mistake is told at the cause.
            var own = open.Count - 1 == index || reason == LossReason.Reported ? reason : LossReason.OuterClosed;
            Lose(new LostElement(Pop(), cause.Span, cause.Name, cause.IsWritten, own));
        }
    }

    private bool TakeLost(ReadOnlySpan<char> html, ReadOnlySpan<char> name, StructureReport report)
    {
        for (var index = lost.Count - 1; index >= 0 && lost.Count - index <= MostLostCompared; index--)
        {
            var element = lost[index];
            if (!NameOf(html, element.Element).Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            lost.RemoveAt(index);
            if (element.Reason != LossReason.Reported)
                report.Misnested(element);
            return true;
        }

        return false;
    }

    private int FindOpen(ReadOnlySpan<char> html, ReadOnlySpan<char> name)
    {
        var isTablePart = tables > 0 && IsAny(name, "table", "tr", "tbody", "thead", "tfoot");
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

    private void Push(in OpenElement element)
    {
        Count(element, 1);
        open.Add(element);
    }

    private OpenElement Pop()
    {
        var element = open[^1];
        open.RemoveAt(open.Count - 1);
        Count(element, -1);
        return element;
    }

    private void Count(in OpenElement element, int change)
    {
        if (element.Is(ElementTraits.Quiet))
            quiet += change;

        // The one element with a short name whose end tag may be left out.
        if (element.Name.Length == 1 && element.Is(ElementTraits.OptionalEnd))
            paragraphs += change;
        if (element.Is(ElementTraits.TablePart))
            tables += change;
    }

    private void Lose(in LostElement element)
    {
        // What may be left out is missed by nobody; only a paragraph leaves an empty one behind when its end tag comes after all.
        if (!element.Element.Is(ElementTraits.OptionalEnd) || element.Element.Name.Length == 1)
            lost.Add(element);
    }

    private static bool IsIsland(ReadOnlySpan<char> name) => IsAny(name, "foreignObject", "desc", "annotation-xml");

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> html, in OpenElement element) => html.Slice(element.Name.Start, element.Name.Length);

    private static bool Contains(string names, ReadOnlySpan<char> name)
    {
        foreach (var range in names.AsSpan().Split(' '))
        {
            if (names.AsSpan()[range].Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsAny(ReadOnlySpan<char> name, params ReadOnlySpan<string> names)
    {
        foreach (var other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
