namespace Content.Compiler.Articles;

/// <summary>Puts links in the order of the file and slots in the order of the output.</summary>
internal static class FactOrder
{
    /// <summary>Sorts both, and lets the slots name their links by the new places.</summary>
    public static void Sort(List<FoundLink> links, List<FoundSlot> slots)
    {
        SortLinks(links, slots);
        for (var index = 1; index < slots.Count; index++)
        {
            if (slots[index - 1].Start > slots[index].Start)
            {
                slots.Sort((left, right) => left.Start.CompareTo(right.Start));
                return;
            }
        }
    }

    private static void SortLinks(List<FoundLink> links, List<FoundSlot> slots)
    {
        var isSorted = true;
        for (var index = 1; index < links.Count && isSorted; index++)
            isSorted = links[index - 1].Span.Start <= links[index].Span.Start;
        if (isSorted)
            return;

        var order = new (int Start, int Index)[links.Count];
        for (var index = 0; index < order.Length; index++)
            order[index] = (links[index].Span.Start, index);
        Array.Sort(order);
        var sorted = new FoundLink[order.Length];
        var places = new int[order.Length];
        for (var index = 0; index < order.Length; index++)
        {
            sorted[index] = links[order[index].Index];
            places[order[index].Index] = index;
        }

        links.Clear();
        links.AddRange(sorted);
        for (var index = 0; index < slots.Count; index++)
            slots[index] = slots[index] with { Link = places[slots[index].Link] };
    }
}
