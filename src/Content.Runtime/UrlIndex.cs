using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>Finds an entry by URL or alias: bisection over the keys in the blob, no dictionary to fill at the start of a program.</summary>
internal readonly struct UrlIndex(ContentCatalog catalog, int start, int count)
{
    /// <summary>What the key of a URL is: decoded, without slashes at its end.</summary>
    public static ReadOnlySpan<char> KeyOf(string url) => Trim(url.Contains('%') ? Uri.UnescapeDataString(url) : url);

    /// <summary>The collection and rank at <paramref name="url"/>; null where there is nothing.</summary>
    public (int Collection, int Rank)? Find(string url)
    {
        // As it is first: a request's decoded path may well hold a '?', '#' or '%' of its own.
        var row = FindKey(Trim(url));
        if (row < 0 && url.Contains('%'))
            row = FindKey(KeyOf(url));
        if (row < 0 && url.AsSpan().IndexOfAny('?', '#') is var end and >= 0)
            return Find(url[..end]);
        return row < 0
            ? null
            : (catalog.ReadInt32(RowAt(row) + UrlRow.Collection), catalog.ReadInt32(RowAt(row) + UrlRow.Rank));
    }

    private static ReadOnlySpan<char> Trim(string url) => url.AsSpan().TrimEnd('/');

    private int FindKey(ReadOnlySpan<char> key) => Utf8Bisection.Find(catalog, RowAt(0) + UrlRow.Key, count, UrlRow.Size, key);

    private int RowAt(int row) => catalog.DataStart + start + row * UrlRow.Size;
}
