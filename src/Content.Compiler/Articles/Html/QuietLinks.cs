using Content.Compiler.Sources;

namespace Content.Compiler.Articles.Html;

/// <summary>Links of Markdown that stand inside code or the like which is written in HTML: there are no links.</summary>
internal sealed class QuietLinks
{
    private readonly List<TextSpan> tags = [];

    public void Clear() => tags.Clear();

    /// <summary>A tag of the renderer inside a quiet element.</summary>
    public void Add(TextSpan tag) => tags.Add(tag);

    /// <summary>Takes back the slots that stand in the tags, and links without any other.</summary>
    public void RemoveFrom(ArticleFacts facts)
    {
        if (tags.Count == 0)
            return;
        var uses = new int[facts.Links.Count];
        var hit = new bool[facts.Links.Count];
        var kept = new List<FoundSlot>(facts.Slots.Count);
        foreach (var slot in facts.Slots)
        {
            if (IsQuiet(slot.Start))
            {
                hit[slot.Link] = true;
                continue;
            }

            uses[slot.Link]++;
            kept.Add(slot);
        }

        var places = new int[uses.Length];
        var links = new List<FoundLink>(uses.Length);
        for (var index = 0; index < uses.Length; index++)
        {
            places[index] = links.Count;
            if (uses[index] > 0 || !hit[index])
                links.Add(facts.Links[index]);
        }

        facts.Links.Clear();
        facts.Links.AddRange(links);
        facts.Slots.Clear();
        foreach (var slot in kept)
            facts.Slots.Add(slot with { Link = places[slot.Link] });
    }

    private bool IsQuiet(int place)
    {
        var low = 0;
        var high = tags.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (tags[middle].Start > place)
                high = middle - 1;
            else if (tags[middle].End <= place)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }
}
