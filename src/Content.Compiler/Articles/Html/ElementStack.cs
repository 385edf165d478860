using Content.Compiler.Sources;

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
        quiet = inert = paragraphs = tables = 0;
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

        if (!TakeLost(html, name, report) && !CloseHeading(html, tag, isWritten, report) && isWritten)
            report.ClosesNothing(tag.Span, tag.Inner);
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
            if (IsAny(NameOf(html, lost[index].Element), "p"))
                paragraph = lost[index].Element;
            lost[index] = lost[index] with { Reason = LossReason.Reported };
        }

        return paragraph;
    }

    /// <summary>The end tag of a heading ends whatever heading is open.</summary>
    private bool CloseHeading(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, StructureReport report)
    {
        if (!IsAny(tag.Name, "h1", "h2", "h3", "h4", "h5", "h6"))
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

    private void Lose(in LostElement element)
    {
        // What may be left out is missed by nobody; only a paragraph leaves an empty one behind when its end tag comes after all.
        if (!element.Element.Is(ElementTraits.OptionalEnd) || element.Element.Name.Length == 1)
            lost.Add(element);
    }

    private static bool IsIsland(ReadOnlySpan<char> name) => IsAny(name, "foreignObject", "desc", "annotation-xml");

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> html, in OpenElement element) => html.Slice(element.Name.Start, element.Name.Length);

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
