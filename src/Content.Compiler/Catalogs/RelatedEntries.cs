namespace Content.Compiler.Catalogs;

/// <summary>
/// For every entry of a collection the entries that share tags with it: values of its lists of strings or of an enum. A tag that few have tells more than
/// one that many have. Of equals those nearer in the declared order come first, so that the same site has the same related entries.
/// </summary>
internal sealed class RelatedEntries
{
    /// <summary>The most that are kept of an entry.</summary>
    private const int Most = 5;

    /// <summary>The entries of a tag that are looked at, the nearest in the declared order: a tag that thousands have says next to nothing.</summary>
    private const int MostOfTag = 64;

    private readonly RankedCollection collection;
    private readonly List<int>[] tags;
    private readonly List<List<int>> positions = [];
    private readonly double[] weights;
    private readonly List<int> found = [];

    private RelatedEntries(RankedCollection collection)
    {
        this.collection = collection;
        tags = new List<int>[collection.Count];
        weights = new double[collection.Count];
        var numbers = new Dictionary<(int Lookup, object Key), int>();
        for (var lookup = 0; lookup < collection.Schema.Lookups.Length; lookup++)
        {
            if (collection.Schema.Lookups[lookup] is ReferenceLookup)
                continue;
            var field = collection.Schema.Lookups[lookup].Path[0];
            for (var position = 0; position < collection.Count; position++)
            {
                foreach (var key in KeysOf(position, field))
                {
                    if (!numbers.TryGetValue((lookup, key), out var tag))
                    {
                        numbers.Add((lookup, key), tag = positions.Count);
                        positions.Add([]);
                    }

                    if (positions[tag] is not [.., var last] || last != position)
                    {
                        positions[tag].Add(position);
                        (tags[position] ??= []).Add(tag);
                    }
                }
            }
        }
    }

    /// <summary>Null where no entry has a tag.</summary>
    public static RelatedEntries? Of(RankedCollection collection)
    {
        if (!collection.Schema.Lookups.Any(lookup => lookup is not ReferenceLookup))
            return null;
        var related = new RelatedEntries(collection);
        return related.positions.Count == 0 ? null : related;
    }

    /// <summary>The ranks of the entries that are related to the entry of a rank, the nearest first.</summary>
    public List<int> Find(int rank)
    {
        var own = collection.Positions[rank];
        found.Clear();
        foreach (var tag in tags[own] ?? [])
            Count(positions[tag], own);
        found.Sort((left, right) =>
        {
            var order = weights[right].CompareTo(weights[left]);
            if (order == 0)
                order = Math.Abs(left - own).CompareTo(Math.Abs(right - own));
            return order != 0 ? order : left.CompareTo(right);
        });
        foreach (var position in found)
            weights[position] = 0;
        return [.. found.Take(Most).Select(position => collection.Ranks[position])];
    }

    private void Count(List<int> others, int own)
    {
        var place = others.BinarySearch(own);
        var from = Math.Clamp(place - MostOfTag / 2, 0, Math.Max(0, others.Count - MostOfTag));
        for (var index = from; index < Math.Min(others.Count, from + MostOfTag); index++)
        {
            var other = others[index];
            if (other == own)
                continue;
            if (weights[other] == 0)
                found.Add(other);
            weights[other] += 1.0 / others.Count;
        }
    }

    private IEnumerable<object> KeysOf(int position, int field)
    {
        var fields = collection.Entries[position].Fields;
        if (field >= fields.Length)
            yield break;
        var value = fields[field] ?? collection.Schema.Definition.Fields[field].Default;
        var items = value is Schema.ListValue list ? list.Items : value is null ? [] : [value];
        foreach (var item in items)
        {
            if (item is Schema.TextValue { Value: var text })
                yield return text;
            else if (item is Schema.EnumValue { Member: var member })
                yield return member;
        }
    }
}
