using System.IO.Hashing;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Microsoft.Win32.SafeHandles;

namespace Content.Compiler.Incremental;

/// <summary>
/// The state on disk: the articles, and a head that a build without changes reads alone. Each part has a checksum.
/// A file that is cut off, garbage, of another compiler or from elsewhere is thrown away without a word: it only ever saves time.
/// </summary>
internal static class StateFile
{
    public const long Magic = 0x3345_5441_5453_4E43; // CNSTATE3

    /// <summary>The magic number, then length and checksum of both parts.</summary>
    public const int PrologueSize = 8 + 2 * (8 + 8);

    /// <summary>Reads the head; null where there is none to be trusted.</summary>
    public static BuildState? ReadHead(string path)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            using var file = RegularFile.Open(path);
            if (ReadPrologue(file) is not { } prologue)
                return null;
            var head = new byte[prologue.Head.Length];
            if (RandomAccess.Read(file, head, PrologueSize + prologue.Articles.Length) != head.Length)
                return null;
            return Crc64.HashToUInt64(head) == prologue.Head.Checksum ? ReadState(head) : null;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return null;
        }
    }

    /// <summary>Opens the articles; null where they are not to be trusted.</summary>
    public static StoredArticles? OpenArticles(string path)
    {
        MappedBytes? mapped = null;
        try
        {
            using var file = RegularFile.Open(path);
            if (ReadPrologue(file) is not { } prologue)
                return null;
            mapped = new MappedBytes(path, RandomAccess.GetLength(file));
            var articles = mapped.Slice(PrologueSize, checked((int)prologue.Articles.Length));
            if (Crc64.HashToUInt64(articles.Span) == prologue.Articles.Checksum)
                return new StoredArticles(mapped, articles);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            // As if there were none.
        }

        mapped?.Dispose();
        return null;
    }

    private static (StatePart Head, StatePart Articles)? ReadPrologue(SafeFileHandle file)
    {
        var prologue = new byte[PrologueSize];
        if (RandomAccess.Read(file, prologue, 0) < PrologueSize)
            return null;
        var reader = new StateReader(prologue);
        if (reader.Int64() != Magic)
            return null;
        var articles = ReadPart(ref reader);
        var head = ReadPart(ref reader);
        return head.Length >= 0 && articles.Length >= 0 && RandomAccess.GetLength(file) - PrologueSize == head.Length + articles.Length ? (head, articles) : null;
    }

    private static StatePart ReadPart(ref StateReader reader) => new(reader.Int64(), (ulong)reader.Int64());

    /// <summary>What reading a damaged file can end in; anything else is a defect.</summary>
    private static bool IsDamage(Exception failure) => failure is IOException or InvalidDataException or UnauthorizedAccessException
        or ArgumentException or IndexOutOfRangeException or OverflowException;

    private static BuildState ReadState(byte[] head)
    {
        var reader = new StateReader(head);
        return new()
        {
            FactsKey = reader.Hash(),
            OutputKey = reader.Hash(),
            Fingerprint = reader.Hash(),
            IsRacy = reader.Boolean(),
            Apis = reader.Hash(),
            Navigation = reader.Hash(),
            Inputs = reader.List(static (ref StateReader from) => new InputStamp(from.String(), from.String(), from.Int64(), from.Int64(), from.Int64())),
            Root = reader.String(),
            StaticFolders = reader.List(static (ref StateReader from) => new StaticFolder(from.String(), from.String())),
            Diagnostics = reader.List(ArticleSerializer.ReadDiagnostic),
            Suppressed = reader.List(ArticleSerializer.ReadDiagnostic),
            Assets = reader.List(static (ref StateReader from) => new SiteAsset(from.String(), from.String())),
            Outputs = reader.List(static (ref StateReader from) => new OutputFile(from.String(), from.Int64(), from.Int64(), (ulong)from.Int64())),
            ArticleCount = reader.Int32(),
            UnreachedArticles = reader.Int32(),
            UnusedFiles = reader.Int32(),
            BodyLength = reader.Int64(),
        };
    }
}

/// <summary>A part of the state file.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Checksum">CRC-64 of the bytes.</param>
internal readonly record struct StatePart(long Length, ulong Checksum);
