using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>A look-up of a collection: by tag, or by the entry that is referred to.</summary>
internal readonly struct LookupIndex(ContentCatalog catalog, int collection, int lookup)
{
    private readonly int row = catalog.DataStart + catalog.ReadCollection(collection, Collection.Lookups) + lookup * Lookup.Size;

    /// <summary>Where the ranks under a number lie, and how many there are.</summary>
    public (int Start, int Count) GetRanks(int key)
    {
        if ((uint)key >= (uint)catalog.ReadInt32(row + Lookup.KeyCount))
            return default;
        var starts = catalog.DataStart + catalog.ReadInt32(row + Lookup.Starts) + key * sizeof(int);
        var first = catalog.ReadInt32(starts);
        return (catalog.DataStart + catalog.ReadInt32(row + Lookup.Ranks) + first * sizeof(int), catalog.ReadInt32(starts + sizeof(int)) - first);
    }

    /// <summary>The number of a text key, or -1.</summary>
    public int FindKey(string key) => Utf8Bisection.Find(
        catalog, catalog.DataStart + catalog.ReadInt32(row + Lookup.Keys), catalog.ReadInt32(row + Lookup.KeyCount), sizeof(ulong), key);
}
