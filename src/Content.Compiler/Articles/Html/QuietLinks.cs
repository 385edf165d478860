using Content.Compiler.Text;

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
        var hit = new bool[facts.Links.Count];
        var quietSlots = new HashSet<int>();
        for (var index = 0; index < facts.Slots.Count; index++)
        {
            if (IsQuiet(facts.Slots[index].Start) && quietSlots.Add(index))
                hit[facts.Slots[index].Link] = true;
        }

        for (var index = 0; index < facts.Slots.Count; index++)
        {
            if (!quietSlots.Contains(index))
                hit[facts.Slots[index].Link] = false;
        }

        LinkRemoval.Remove(facts, hit, quietSlots);
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
