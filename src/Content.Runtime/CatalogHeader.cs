using System.Buffers.Binary;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>Whether a blob is a catalog at all, whole, and the one that the code was generated with.</summary>
internal static class CatalogHeader
{
    public static void Check(ReadOnlySpan<byte> blob, string name, ulong fingerprint)
    {
        if (blob.Length < Header.Size || BinaryPrimitives.ReadUInt64LittleEndian(blob) != Magic)
            throw new InvalidDataException($"The resource '{ResourceName}' of '{name}' is not a compiled catalog. {Fix}");
        var version = ReadUInt32(blob, Header.Version);
        if (version != CatalogFormat.Version)
        {
            throw new InvalidDataException(
                $"The catalog of '{name}' has format {version}, but this Content.Runtime reads format {CatalogFormat.Version}. " +
                "Reference Content.Build and Content.Runtime of one version, and rebuild.");
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(blob[Header.Fingerprint..]) != fingerprint)
        {
            throw new InvalidDataException(
                $"The resource '{ResourceName}' of '{name}' does not belong to the code in that assembly: they come from different builds. {Fix}");
        }

        if (BinaryPrimitives.ReadUInt64LittleEndian(blob[Header.Length..]) != (ulong)blob.Length || !SectionsFit(blob))
            throw new InvalidDataException($"The resource '{ResourceName}' of '{name}' is damaged: its sections are not what its header says. {Fix}");
    }

    private const string Fix = "Rebuild the project that holds the catalog.";

    private static bool SectionsFit(ReadOnlySpan<byte> blob)
    {
        var count = ReadUInt32(blob, Header.CollectionCount);
        ulong records = ReadUInt32(blob, Header.RecordsLength);
        ulong data = ReadUInt32(blob, Header.DataLength);
        var start = Header.Size + (ulong)count * Collection.Size;
        // The rows below are read without another look at the length: they end before the blob does.
        if (start + records + data + ReadUInt32(blob, Header.StringsLength) + ReadUInt32(blob, Header.BodiesLength) != (ulong)blob.Length)
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
                !Fits(data, ReadUInt32(blob, row + Collection.Lookups), ReadUInt32(blob, row + Collection.LookupCount), Lookup.Size))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fits(ulong section, uint offset, uint count, uint size) => offset + (ulong)count * size <= section;

    private static uint ReadUInt32(ReadOnlySpan<byte> blob, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(blob[offset..]);
}
