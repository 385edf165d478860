namespace Content.Compiler.Articles.Html;

/// <content>Elements that something else closed, and what is told of them: nothing, if nobody misses their end tags.</content>
internal sealed partial class ElementStack
{
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
