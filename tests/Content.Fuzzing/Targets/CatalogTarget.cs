using System.Buffers.Binary;
using Content.Compiler;
using Content.Runtime;

namespace Content.Fuzzing.Targets;

/// <summary>
/// The blob of a catalog, damaged: whatever a program asks of it is answered or ends in <see cref="InvalidDataException"/>,
/// with no more memory than the blob accounts for, and without a look at a byte beside it.
/// </summary>
internal static class CatalogTarget
{
    /// <summary>What a walk may allocate: every member decodes what it names, and nothing else grows with the damage.</summary>
    private const long MostAllocated = 64 << 20;

    private const int MostDamages = 8;

    private static readonly Lazy<byte[]> whole = new(Compile);

    private static readonly uint[] extremes = [0, 1, 7, 72, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x0001_0000, 0x1000_0000];

    /// <summary>The blob that is damaged, whole.</summary>
    public static ReadOnlySpan<byte> Whole => whole.Value;

    public static void Run(byte[] bytes) => Walk(Damage(bytes));

    /// <summary>Goes over everything that the blob answers.</summary>
    public static CatalogWalk Walk(byte[] blob)
    {
        using var guarded = new GuardedBytes(blob);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var walk = new CatalogWalk();
        walk.Run(MappedBytes.Of(guarded.Open()), new CatalogKey("fuzzed", Read(CatalogFormat.Header.Shape), Read(CatalogFormat.Header.Symbols)));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        FuzzFailureException.Unless(allocated <= MostAllocated, $"{allocated} bytes were allocated for a blob of {blob.Length}.");
        return walk;

        static ulong Read(int at) => BinaryPrimitives.ReadUInt64LittleEndian(Whole[at..]);
    }

    /// <summary>Follows the input as a list of damages. Half of them keep the header right, or little else would ever be reached.</summary>
    private static byte[] Damage(byte[] script)
    {
        var blob = Whole.ToArray();
        for (var at = 1; at + 3 < script.Length && at < 4 * MostDamages; at += 4)
        {
            var place = blob.Length == 0 ? 0 : (script[at + 1] << 8 | script[at + 2]) % blob.Length;
            var value = script[at + 3];
            switch (script[at] % 6)
            {
                case 0 when blob.Length > 0:
                    blob[place] ^= value;
                    break;
                case 1 or 2 when blob.Length >= 4:
                    BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(Math.Min(place & ~3, blob.Length - 4)), extremes[value % extremes.Length]);
                    break;
                case 3 when blob.Length >= 16:
                    blob.AsSpan(value * 8 % (blob.Length - 8), 8).CopyTo(blob.AsSpan(Math.Min(place & ~7, blob.Length - 8)));
                    break;
                case 4 when value < 64:
                    blob = blob[..place];
                    break;
                case 5 when value < 64:
                    blob = [.. blob, .. script];
                    break;
            }
        }

        if (script.Length > 0 && script[0] % 2 == 0 && blob.Length >= CatalogFormat.Header.Size)
            RightHeader(blob);
        return blob;
    }

    private static void RightHeader(byte[] blob)
    {
        Whole[..CatalogFormat.Header.Length].CopyTo(blob);
        BinaryPrimitives.WriteUInt64LittleEndian(blob.AsSpan(CatalogFormat.Header.Length), (ulong)blob.Length);
        var before = CatalogFormat.Header.Size + CatalogFormat.Collection.Size * Read(CatalogFormat.Header.CollectionCount)
            + Read(CatalogFormat.Header.RecordsLength) + Read(CatalogFormat.Header.DataLength) + Read(CatalogFormat.Header.StringsLength) + Read(CatalogFormat.Header.SearchLength);
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(CatalogFormat.Header.BodiesLength), (uint)(blob.Length - before));

        long Read(int at) => BinaryPrimitives.ReadUInt32LittleEndian(blob.AsSpan(at));
    }

    private static byte[] Compile()
    {
        var folder = Directory.CreateTempSubdirectory("content-fuzz-");
        try
        {
            foreach (var (path, text) in CatalogWalk.Site)
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }

            var result = ContentCompiler.Compile(
                new CompilationRequest
                {
                    ProjectDirectory = folder.FullName,
                    ConfigurationFile = Path.Combine(folder.FullName, "content.json"),
                    OutputDirectory = Path.Combine(folder.FullName, "obj"),
                    BuildDate = new DateOnly(2026, 11, 23),
                },
                CancellationToken.None);
            FuzzFailureException.Unless(result.Diagnostics.IsEmpty, string.Join("\n", result.Diagnostics));
            return File.ReadAllBytes(result.CatalogFile);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
