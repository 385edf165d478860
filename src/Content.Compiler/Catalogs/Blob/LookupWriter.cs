using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Lays the look-ups of the collections down: for each key the ranks of its entries, in the declared order.</summary>
internal sealed class LookupWriter(ImmutableArray<RankedCollection> collections, ByteBuilder data, TextHeap text)
{
    /// <summary>Writes the look-ups of a collection and returns where their rows start.</summary>
    public int Write(RankedCollection collection)
    {
        var rows = new List<(int Keys, int KeyCount, int Starts, int Ranks)>();
        foreach (var lookup in collection.Schema.Lookups)
            rows.Add(WriteLookup(collection, lookup));
        var start = data.Length;
        foreach (var (keys, keyCount, starts, ranks) in rows)
        {
            data.AppendInt32(keys);
            data.AppendInt32(keyCount);
            data.AppendInt32(starts);
            data.AppendInt32(ranks);
        }

        return start;
    }

    private (int Keys, int KeyCount, int Starts, int Ranks) WriteLookup(RankedCollection collection, LookupSchema lookup)
    {
        var pairs = new List<(int Key, int Rank)>();
        switch (lookup)
        {
            case EnumLookup { Enum.Members.Length: var members }:
                Collect(collection, lookup, pairs, value => value is EnumValue { Member: var member } ? member : -1);
                return WritePairs(pairs, members, 0);
            case ReferenceLookup { Referred: var target }:
                Collect(collection, lookup, pairs, value => value is ResolvedReferenceValue reference ? collections[target].RankOf(reference.Slug) : -1);
                return WritePairs(pairs, collections[target].Count, 0);
            default:
                return WriteTextLookup(collection, lookup, pairs);
        }
    }

    private (int Keys, int KeyCount, int Starts, int Ranks) WriteTextLookup(RankedCollection collection, LookupSchema lookup, List<(int Key, int Rank)> pairs)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var slots = new List<ulong>();
        Collect(collection, lookup, pairs, value =>
        {
            if (value is not TextValue { Value: var key })
                return -1;
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = slots.Count);
                slots.Add(text.Add(key));
            }

            return number;
        });
        var order = Enumerable.Range(0, slots.Count).ToArray();
        Array.Sort(order, (left, right) =>
        {
            var difference = text.Compare(slots[left], slots[right]);
            return difference != 0 ? difference : left.CompareTo(right);
        });
        var sorted = new int[order.Length];
        var keys = data.Length;
        for (var index = 0; index < order.Length; index++)
        {
            sorted[order[index]] = index;
            data.AppendSlot(slots[order[index]]);
        }

        for (var index = 0; index < pairs.Count; index++)
            pairs[index] = (sorted[pairs[index].Key], pairs[index].Rank);
        return WritePairs(pairs, order.Length, keys);
    }

    /// <summary>Gathers the pairs in the declared order of the entries.</summary>
    private static void Collect(RankedCollection collection, LookupSchema lookup, List<(int Key, int Rank)> pairs, Func<FieldValue, int> keyOf)
    {
        for (var position = 0; position < collection.Count; position++)
        {
            var rank = collection.Ranks[position];
            Visit(collection.Entries[position].Fields, lookup.Path.AsSpan());

            void Visit(ImmutableArray<FieldValue?> fields, ReadOnlySpan<int> path)
            {
                if (path[0] >= fields.Length || fields[path[0]] is not { } value)
                    return;
                if (value is not ListValue { Items: var items })
                {
                    VisitItem(value, path);
                    return;
                }

                foreach (var item in items)
                    VisitItem(item, path);
            }

            void VisitItem(FieldValue item, ReadOnlySpan<int> path)
            {
                if (path.Length > 1 && item is ObjectValue { Fields: var nested })
                    Visit(nested, path[1..]);
                else if (path.Length == 1 && keyOf(item) is var key and >= 0)
                    pairs.Add((key, rank));
            }
        }
    }

    /// <summary>Groups pairs by key, keeping their order and dropping an entry's second of a kind.</summary>
    private (int Keys, int KeyCount, int Starts, int Ranks) WritePairs(List<(int Key, int Rank)> pairs, int keyCount, int keys)
    {
        var counts = new int[keyCount + 1];
        var last = new int[keyCount];
        Array.Fill(last, -1);
        var kept = new List<(int Key, int Rank)>(pairs.Count);
        foreach (var (key, rank) in pairs)
        {
            if (key >= keyCount || last[key] == rank)
                continue;
            last[key] = rank;
            counts[key]++;
            kept.Add((key, rank));
        }

        var starts = data.Length;
        var next = 0;
        for (var key = 0; key <= keyCount; key++)
        {
            data.AppendInt32(next);
            (counts[key], next) = (next, next + counts[key]);
        }

        var ranks = data.Reserve(kept.Count * sizeof(int), 0);
        foreach (var (key, rank) in kept)
            data.WriteInt32(ranks + counts[key]++ * sizeof(int), rank);
        return (keys, keyCount, starts, ranks);
    }
}
