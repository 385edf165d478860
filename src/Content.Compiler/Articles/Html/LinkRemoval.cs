namespace Content.Compiler.Articles.Html;

/// <summary>Takes links back that turn out to be none; slots keep naming the links that are left.</summary>
internal static class LinkRemoval
{
    /// <summary>Removes the links for which <paramref name="links"/> is true, with their slots, and the slots in <paramref name="slots"/>.</summary>
    public static void Remove(ArticleFacts facts, bool[] links, HashSet<int> slots)
    {
        if (slots.Count == 0 && !links.AsSpan().Contains(true))
            return;
        var places = new int[links.Length];
        var kept = new List<FoundLink>(links.Length);
        for (var index = 0; index < links.Length; index++)
        {
            places[index] = kept.Count;
            if (!links[index])
                kept.Add(facts.Links[index]);
        }

        var keptSlots = new List<FoundSlot>(facts.Slots.Count);
        for (var index = 0; index < facts.Slots.Count; index++)
        {
            var slot = facts.Slots[index];
            if (!slots.Contains(index) && !links[slot.Link])
                keptSlots.Add(slot with { Link = places[slot.Link] });
        }

        facts.Links.Clear();
        facts.Links.AddRange(kept);
        facts.Slots.Clear();
        facts.Slots.AddRange(keptSlots);
    }
}
