using System.Collections.Immutable;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Lays down where every URL and alias leads.</summary>
internal sealed class UrlIndexWriter(ImmutableArray<RankedCollection> collections, ByteBuilder data, TextHeap text)
{
    private readonly List<(ulong Key, int Collection, int Rank)> rows = [];
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>Writes the index and returns where it starts and how many rows it has.</summary>
    public (int Start, int Count) Write()
    {
        // All URLs before the first alias: where two clash, which is an error elsewhere, the URL wins.
        ForEachEntry((collection, rank) => Add(collections[collection].GetByRank(rank).Url, collection, rank));
        ForEachEntry((collection, rank) =>
        {
            foreach (var alias in collections[collection].GetByRank(rank).Aliases)
                Add(alias, collection, rank);
        });
        var order = new int[rows.Count];
        for (var index = 0; index < order.Length; index++)
            order[index] = index;
        Array.Sort(order, (left, right) => text.Compare(rows[left].Key, rows[right].Key));
        var start = data.Length;
        foreach (var index in order)
        {
            var (key, collection, rank) = rows[index];
            data.AppendSlot(key);
            data.AppendInt32(collection);
            data.AppendInt32(rank);
        }

        return (start, rows.Count);
    }

    private void ForEachEntry(Action<int, int> visit)
    {
        for (var collection = 0; collection < collections.Length; collection++)
        {
            for (var rank = 0; rank < collections[collection].Count; rank++)
                visit(collection, rank);
        }
    }

    private void Add(string url, int collection, int rank)
    {
        var key = UrlIndex.KeyOf(url).ToString();
        // Two URLs that decode to one, such as /a%2Fb/ and /a/b/: the second is found as it is written.
        if (!keys.Add(key) && (key = url.TrimEnd('/')) is var written && !keys.Add(written))
            return;
        rows.Add((text.Append(key), collection, rank));
    }
}
