using System.IO.Hashing;
using Content.Compiler.Sites;

namespace Content.Compiler.Incremental;

/// <summary>
/// The state on disk: a head that a build without changes reads alone, and the articles. Each part has a checksum.
/// A file that is cut off, garbage, of another compiler or from elsewhere is thrown away without a word: it only ever saves time.
/// </summary>
internal static class StateFile
{
    private const long Magic = 0x3245_5441_5453_4E43; // CNSTATE2
    private const int PrologueSize = 8 + 2 * PartSize;
    private const int PartSize = 8 + 8;

    /// <summary>Reads the head; null where there is none to be trusted.</summary>
    public static BuildState? ReadHead(string path)
    {
        try
        {
            using var stream = OpenShared(path);
            if (stream is null || ReadPrologue(stream) is not { } prologue)
                return null;
            var head = new byte[prologue.Head.Length];
            stream.ReadExactly(head);
            return XxHash3.HashToUInt64(head) == prologue.Head.Checksum ? ReadState(head) : null;
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
            using var stream = OpenShared(path);
            if (stream is null || ReadPrologue(stream) is not { } prologue)
                return null;
            mapped = new MappedBytes(path, stream.Length);
            var articles = mapped.Slice(PrologueSize + prologue.Head.Length, checked((int)prologue.Articles.Length));
            if (XxHash3.HashToUInt64(articles.Span) == prologue.Articles.Checksum)
                return new StoredArticles(mapped, articles);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            // As if there were none.
        }

        mapped?.Dispose();
        return null;
    }

    /// <summary>Writes both parts, whole or not at all. The old file may be open until all is written.</summary>
    /// <param name="path">Of the state file.</param>
    /// <param name="state">The head.</param>
    /// <param name="articles">Sorted by path.</param>
    /// <param name="places">Of their bodies.</param>
    /// <param name="previous">Where facts may lie; closed before the old file is replaced, as Windows wants it.</param>
    public static void Write(
        string path, BuildState state, IReadOnlyList<StoredArticle> articles, BodyPlace[] places, StoredArticles? previous)
    {
        var temporary = OutputFile.TemporaryName(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                stream.Position = PrologueSize;
                var writer = new StateWriter();
                WriteState(writer, state);
                var head = new Part(writer.Written.Length, XxHash3.HashToUInt64(writer.Written));
                stream.Write(writer.Written);
                var tail = WriteArticles(stream, articles, places);
                stream.Position = 0;
                writer.Clear();
                writer.Int64(Magic);
                WritePart(writer, head);
                WritePart(writer, tail);
                stream.Write(writer.Written);
            }

            previous?.Dispose();
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static Part WriteArticles(FileStream stream, IReadOnlyList<StoredArticle> articles, BodyPlace[] places)
    {
        var hash = new XxHash3();
        using var hashing = new HashingStream(stream, hash);
        StoredArticles.Write(hashing, articles, places);
        hashing.Flush();
        return new Part(hashing.Length, hash.GetCurrentHashAsUInt64());
    }

    private static FileStream? OpenShared(string path) => File.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1)
        : null;

    private static (Part Head, Part Articles)? ReadPrologue(FileStream stream)
    {
        var prologue = new byte[PrologueSize];
        if (stream.ReadAtLeast(prologue, PrologueSize, throwOnEndOfStream: false) < PrologueSize)
            return null;
        var reader = new StateReader(prologue);
        if (reader.Int64() != Magic)
            return null;
        var head = ReadPart(ref reader);
        var articles = ReadPart(ref reader);
        return head.Length >= 0 && articles.Length >= 0 && stream.Length - PrologueSize == head.Length + articles.Length ? (head, articles) : null;
    }

    private static void WritePart(StateWriter writer, Part part)
    {
        writer.Int64(part.Length);
        writer.Int64((long)part.Checksum);
    }

    private static Part ReadPart(ref StateReader reader) => new(reader.Int64(), (ulong)reader.Int64());

    /// <summary>What reading a damaged file can end in; anything else is a defect.</summary>
    private static bool IsDamage(Exception failure) => failure is IOException or InvalidDataException or UnauthorizedAccessException
        or ArgumentException or IndexOutOfRangeException or OverflowException;

    private static void WriteState(StateWriter writer, BuildState state)
    {
        writer.UInt128(state.FactsKey);
        writer.UInt128(state.OutputKey);
        writer.UInt128(state.Fingerprint);
        writer.Boolean(state.IsRacy);
        writer.String(state.Root);
        writer.List(state.StaticFolders, static (to, folder) => to.String(folder));
        writer.List(state.Diagnostics, ArticleFormatter.WriteDiagnostic);
        writer.List(state.Assets, static (to, asset) =>
        {
            to.String(asset.Path);
            to.String(asset.Url);
        });
        writer.List(state.Outputs, static (to, output) =>
        {
            to.String(output.Name);
            to.Int64(output.Length);
            to.Int64(output.LastWriteTicks);
            to.UInt128(output.Hash);
        });
        writer.Int32(state.ArticleCount);
        writer.Int64(state.BodyLength);
    }

    private static BuildState ReadState(byte[] head)
    {
        var reader = new StateReader(head);
        return new()
        {
            FactsKey = reader.UInt128(),
            OutputKey = reader.UInt128(),
            Fingerprint = reader.UInt128(),
            IsRacy = reader.Boolean(),
            Root = reader.String(),
            StaticFolders = reader.List(static (ref StateReader from) => from.String()),
            Diagnostics = reader.List(ArticleFormatter.ReadDiagnostic),
            Assets = reader.List(static (ref StateReader from) => new SiteAsset(from.String(), from.String())),
            Outputs = reader.List(static (ref StateReader from) => new OutputFile(from.String(), from.Int64(), from.Int64(), from.UInt128())),
            ArticleCount = reader.Int32(),
            BodyLength = reader.Int64(),
        };
    }

    /// <summary>How long a part is, and the XxHash3 of its bytes.</summary>
    private readonly record struct Part(long Length, ulong Checksum);
}
