using System.Buffers;
using System.Text;

namespace Content.Runtime;

/// <summary>Finds text among rows that lie in the ordinal order of their UTF-8, without decoding one of them.</summary>
internal static class Utf8Bisection
{
    /// <summary>
    /// The row whose text is <paramref name="text"/>, or -1. The slot that names a row's text is the first of the row.
    /// </summary>
    public static int Find(ContentCatalog catalog, int start, int count, int rowSize, ReadOnlySpan<char> text)
    {
        const int OnStack = 512;
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest <= OnStack ? null : ArrayPool<byte>.Shared.Rent(longest);
        var utf8 = rented ?? stackalloc byte[OnStack];
        try
        {
            return Find(catalog, start, count, rowSize, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static int Find(ContentCatalog catalog, int start, int count, int rowSize, ReadOnlySpan<byte> utf8)
    {
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = catalog.ReadUtf8(start + middle * rowSize).SequenceCompareTo(utf8);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
