using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>A look-up of a collection: by tag, or by the entry that is referred to.</summary>
internal readonly struct LookupIndex(ContentCatalog catalog, int collection, int lookup)
{
    private readonly int row = (uint)lookup < (uint)catalog.ReadCollection(collection, Collection.LookupCount)
        ? catalog.DataStart + catalog.ReadCollection(collection, Collection.Lookups) + lookup * Lookup.Size
        : throw catalog.Damaged("it lacks a look-up");

    /// <summary>Where the ranks under a number lie, and how many there are.</summary>
    public (int Start, int Count) GetRanks(int key)
    {
        var keys = catalog.ReadInt32(row + Lookup.KeyCount);
        if ((uint)key >= (uint)keys)
            return default;
        // One more than there are keys: the last says where the ranks end.
        var starts = catalog.LocateData(catalog.ReadInt32(row + Lookup.Starts), keys + 1, sizeof(int)) + key * sizeof(int);
        var (first, end) = (catalog.ReadInt32(starts), catalog.ReadInt32(starts + sizeof(int)));
        if (first < 0 || end < first)
            throw catalog.Damaged("a look-up ends before it starts");
        return (catalog.LocateData(catalog.ReadInt32(row + Lookup.Ranks), end, sizeof(int)) + first * sizeof(int), end - first);
    }

    /// <summary>The number of a text key, or -1.</summary>
    public int FindKey(string key)
    {
        var keys = catalog.ReadInt32(row + Lookup.KeyCount);
        return Utf8Bisection.Find(catalog, catalog.LocateData(catalog.ReadInt32(row + Lookup.Keys), keys, sizeof(ulong)), keys, sizeof(ulong), key);
    }
}
