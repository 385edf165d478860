using System.Buffers.Binary;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>Whether a blob is a catalog at all, whole, and the one that the code was generated with.</summary>
internal static class CatalogHeader
{
    /// <param name="blob">The bytes.</param>
    /// <param name="apart">How many bytes of bodies lie elsewhere: all of them, or 0.</param>
    /// <param name="place">Where they were found, as a message begins with it.</param>
    /// <param name="key">What the code says of itself.</param>
    /// <param name="isFirst">Whether the numbers of the code are ranks in this blob, and not in an earlier one.</param>
    /// <exception cref="ContentException">It belongs to other code.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void Check(ReadOnlySpan<byte> blob, int apart, string place, CatalogKey key, bool isFirst)
    {
        if (blob.Length < Header.Size || BinaryPrimitives.ReadUInt64LittleEndian(blob) != Magic)
            throw new InvalidDataException($"{place} is not a compiled catalog. {Fix}");
        var version = ReadUInt32(blob, Header.Version);
        if (version != CatalogFormat.Version)
        {
            throw new ContentException(
                $"{place} has format {version}, but this Content.Runtime reads format {CatalogFormat.Version}. " +
                "Reference Content.Build and Content.Runtime of one version, and rebuild.");
        }

        if (ReadUInt64(blob, Header.Shape) != key.Shape || isFirst && ReadUInt64(blob, Header.Symbols) != key.Symbols)
        {
            throw new ContentException(
                $"{place} does not belong to the code of '{key.Assembly}': it was compiled for another assembly, or for content of another shape. {Fix}");
        }

        if (ReadUInt64(blob, Header.Length) != (ulong)blob.Length + (uint)apart || !SectionsFit(blob, apart))
            throw new InvalidDataException($"{place} is damaged: its sections are not what its header says. {Fix}");
    }

    private const string Fix = "Rebuild the project that holds the catalog.";

    private static bool SectionsFit(ReadOnlySpan<byte> blob, int apart)
    {
        var count = ReadUInt32(blob, Header.CollectionCount);
        ulong records = ReadUInt32(blob, Header.RecordsLength);
        ulong data = ReadUInt32(blob, Header.DataLength);
        var start = Header.Size + (ulong)count * Collection.Size;
        // The rows below are read without another look at the length: they end before the blob does.
        ulong bodies = ReadUInt32(blob, Header.BodiesLength);
        ulong head = start + records + data + ReadUInt32(blob, Header.StringsLength) + ReadUInt32(blob, Header.SearchLength);
        if (head + bodies != (ulong)blob.Length + (uint)apart || bodies < (uint)apart)
            return false;
        if (!Fits(data, ReadUInt32(blob, Header.UrlIndex), ReadUInt32(blob, Header.UrlCount), UrlRow.Size))
            return false;
        for (var row = Header.Size; row < (int)start; row += Collection.Size)
        {
            var entries = ReadUInt32(blob, row + Collection.Count);
            var recordSize = ReadUInt32(blob, row + Collection.RecordSize);
            if (recordSize < Record.Size ||
                !Fits(records, ReadUInt32(blob, row + Collection.Records), entries, recordSize) ||
                !Fits(data, ReadUInt32(blob, row + Collection.Order), entries, sizeof(uint)) ||
                !Fits(data, ReadUInt32(blob, row + Collection.Lookups), ReadUInt32(blob, row + Collection.LookupCount), Lookup.Size) ||
                !Fits(data, ReadUInt32(blob, row + Collection.Tree), ReadUInt32(blob, row + Collection.TreeCount), TreeNode.Size))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(ulong section, uint offset, uint count, uint size) => offset + (ulong)count * size <= section;

    private static ulong ReadUInt64(ReadOnlySpan<byte> blob, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(blob[offset..]);

    private static uint ReadUInt32(ReadOnlySpan<byte> blob, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(blob[offset..]);
}
