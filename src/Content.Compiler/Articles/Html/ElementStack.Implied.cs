namespace Content.Compiler.Articles.Html;

/// <content>What a start tag closes by standing where it does.</content>
internal sealed partial class ElementStack
{
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
}
