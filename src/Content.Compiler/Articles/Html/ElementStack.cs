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
    public IElementObserver? Watch { get; set; }

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

    /// <summary>Closes what this start tag closes by standing here.</summary>
    private void CloseImplied(ReadOnlySpan<char> html, in OpenElement element, StructureReport report)
    {
        var name = html.Slice(element.Name.Start, element.Name.Length);
        if (element.Is(ElementTraits.NotNested) && FindOpen(html, name) is var same and >= 0)
            CloseThrough(same, element, LossReason.Nested);
        if (paragraphs > 0 && element.Is(ElementTraits.EndsParagraph) && FindOpen(html, "p") is var paragraph and >= 0)
            CloseThrough(paragraph, element, LossReason.BlockInParagraph);

        // Of what follows nothing concerns others.
        if (tables == 0 && !element.Is(ElementTraits.OptionalEnd | ElementTraits.Void))
            return;
        if (name.Is("li"))
            CloseItem(html, element, "li", "li");
        else if (name.IsAny("dt", "dd"))
            CloseItem(html, element, "dt", "dd");
        else if (name.IsAny("option", "optgroup") && open.Count > 0 && NameOf(html, open[^1]).Is("option"))
            Pop();
        else if (name.IsAny("rt", "rp") && open.Count > 0 && NameOf(html, open[^1]).IsAny("rt", "rp"))
            Pop();
        else if (tables > 0)
            CloseTableParts(html, element, name);

        if (open.Count > 0 && open[^1].Is(ElementTraits.TablePart) && !element.Is(ElementTraits.InTable))
            report.NotInTable(element, open[^1]);
        else if (tables == 0 && element.IsWritten && name.IsAny("tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col"))
            report.OutsideTable(element);
    }

    private void CloseTableParts(ReadOnlySpan<char> html, in OpenElement element, ReadOnlySpan<char> name)
    {
        var closed = name switch
        {
            _ when name.IsAny("td", "th") => "td th caption colgroup",
            _ when name.Is("tr") => "td th tr caption colgroup",
            _ when name.IsAny("tbody", "thead", "tfoot") => "td th tr tbody thead tfoot caption colgroup",
            _ when name.IsAny("colgroup", "caption") => "colgroup caption",
            _ => null,
        };
        if (closed is null)
            return;

        // Down to the table at most: cells of a table in a cell do not end the outer one.
        var from = -1;
        for (var index = open.Count - 1; index >= 0 && open.Count - index <= DeepestSearch; index--)
        {
            var other = NameOf(html, open[index]);
            if (other.IsAny("table", "template"))
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
            if (name.IsAny(first, second))
            {
                CloseThrough(index, element, LossReason.OuterClosed);
                return;
            }

            if (open[index].Is(ElementTraits.Boundary) || (open[index].Is(ElementTraits.EndsParagraph) && !name.IsAny("div", "address", "p")))
                return;
        }
    }

    /// <summary>
    /// Everything from <paramref name="index"/> on ends where the cause starts. A paragraph ends before a block as it should where its end
    /// tag was left out; if the end tag comes after all, or that of something inside the paragraph, the block does not belong there.
    /// </summary>
    private void CloseThrough(int index, in OpenElement cause, LossReason reason)
    {
        while (open.Count > index)
        {
            var own = open.Count - 1 == index || reason == LossReason.BlockInParagraph ? reason : LossReason.OuterClosed;
            Lose(new LostElement(Pop(), cause.Span, cause.Name, cause.IsWritten, own));
        }
    }

    private static bool Contains(string names, ReadOnlySpan<char> name)
    {
        foreach (var range in names.AsSpan().Split(' '))
        {
            if (names.AsSpan()[range].Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The text has ended: whatever is open still stays open.</summary>
    public void Finish(StructureReport report, int end)
    {
        place = end;
        while (open.Count > 0)
            Lose(new LostElement(Pop(), null, default, false, LossReason.OuterClosed));
        foreach (var element in lost)
        {
            if (element.Reason is not LossReason.Reported && element.Element.IsWritten && !element.Element.Is(ElementTraits.OptionalEnd))
                report.NeverClosed(element.Element);
        }

        report.Finish();
    }

    private bool TakeLost(ReadOnlySpan<char> html, ReadOnlySpan<char> name, StructureReport report)
    {
        for (var index = lost.Count - 1; index >= 0 && lost.Count - index <= MostLostCompared; index--)
        {
            var element = lost[index];
            if (!NameOf(html, element.Element).Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            lost.RemoveAt(index);
            if (element.Reason == LossReason.BlockInParagraph)
                report.BlockInParagraph(element, TakeParagraph(html, element));
            else if (element.Reason != LossReason.Reported)
                report.Misnested(element);
            return true;
        }

        return false;
    }

    /// <summary>The paragraph that ended together with the element. With that everything is said of what ended there.</summary>
    private OpenElement TakeParagraph(ReadOnlySpan<char> html, in LostElement element)
    {
        var paragraph = element.Element;
        for (var index = lost.Count - 1; index >= 0 && lost.Count - index <= MostLostCompared; index--)
        {
            if (lost[index].Reason != LossReason.BlockInParagraph || lost[index].Cause != element.Cause)
                continue;
            if (NameOf(html, lost[index].Element).Is("p"))
                paragraph = lost[index].Element;
            lost[index] = lost[index] with { Reason = LossReason.Reported };
        }

        return paragraph;
    }

    /// <summary>Whether the element is of those that stand in a line of text, unknown ones included.</summary>
    private static bool IsText(ReadOnlySpan<char> html, in OpenElement element) =>
        !element.Is(ElementTraits.EndsParagraph | ElementTraits.Boundary | ElementTraits.TablePart)
        && !NameOf(html, element).Is("select");

    /// <summary>
    /// The block inside the element at <paramref name="index"/> that the author left open, if nothing tells of it anyway: an end tag that
    /// may be left out is missed by nobody, but browsers split the text around it, or do not close it at all.
    /// </summary>
    private int FindSplit(int index)
    {
        var split = -1;
        for (var inner = open.Count - 1; inner > index; inner--)
        {
            if (!open[inner].Is(ElementTraits.OptionalEnd))
                return -1;
            if (open[inner].Is(ElementTraits.EndsParagraph) && open[inner].IsWritten)
                split = inner;
        }

        return split;
    }

    /// <summary>The end tag of a heading ends whatever heading is open.</summary>
    private bool CloseHeading(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, StructureReport report)
    {
        if (!tag.Name.IsAny("h1", "h2", "h3", "h4", "h5", "h6"))
            return false;
        var index = -1;
        foreach (var name in headings)
            index = Math.Max(index, FindOpen(html, name));
        if (index < 0)
            return false;
        if (isWritten)
            report.ClosesOther(tag.Span, tag.Inner, open[index]);
        while (open.Count > index + 1)
            Lose(new LostElement(Pop(), tag.Span, open[index].Name, isWritten, LossReason.OuterClosed));
        Pop();
        return true;
    }

    private void Lose(in LostElement element)
    {
        // What may be left out is missed by nobody; only a paragraph leaves an empty one behind when its end tag comes after all.
        if (!element.Element.Is(ElementTraits.OptionalEnd) || element.Element.Name.Length == 1)
            lost.Add(element);
    }
}
