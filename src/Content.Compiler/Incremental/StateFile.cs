using System.Collections.Immutable;
using System.IO.Hashing;
using Content.Compiler.Articles;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>
/// The state on disk: a head that a build without changes reads alone, and the articles. Each part has a checksum.
/// A file that is cut off, garbage, of another compiler or from elsewhere is thrown away without a word: it only ever saves time.
/// </summary>
internal static class StateFile
{
    private const long Magic = 0x3145_5441_5453_4E43; // CNSTATE1
    private const int Prologue = 8 + 4 + 8 + 4 + 8;

    /// <summary>Reads the head; null where there is none to be trusted.</summary>
    public static BuildState? ReadHead(string path)
    {
        try
        {
            using var stream = OpenShared(path);
            return stream is not null && ReadPart(stream, articles: false) is { } head ? ReadState(new StateReader(head)) : null;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return null;
        }
    }

    /// <summary>Reads the articles; null where they are not to be trusted.</summary>
    public static Dictionary<string, StoredArticle>? ReadArticles(string path, BodyStore bodies)
    {
        try
        {
            using var stream = OpenShared(path);
            if (stream is null || ReadPart(stream, articles: true) is not { } part)
                return null;
            var reader = new StateReader(part);
            var count = reader.Int32();
            var found = new Dictionary<string, StoredArticle>(count, StringComparer.Ordinal);
            for (var index = 0; index < count; index++)
            {
                var stored = ReadArticle(reader, bodies);
                found[stored.Source.Path] = stored;
            }

            return found;
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            return null;
        }
    }

    /// <summary>Writes both parts, whole or not at all.</summary>
    public static void Write(string path, BuildState state, IReadOnlyList<StoredArticle> articles, BodyPlace[] places)
    {
        var head = new StateWriter();
        WriteState(head, state);
        var tail = new StateWriter();
        tail.Int32(articles.Count);
        for (var index = 0; index < articles.Count; index++)
            WriteArticle(tail, articles[index], places[index]);

        var prologue = new StateWriter();
        prologue.Int64(Magic);
        prologue.Int32(head.Written.Length);
        prologue.Int64((long)XxHash3.HashToUInt64(head.Written));
        prologue.Int32(tail.Written.Length);
        prologue.Int64((long)XxHash3.HashToUInt64(tail.Written));

        var temporary = OutputFile.TemporaryName(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                stream.Write(prologue.Written);
                stream.Write(head.Written);
                stream.Write(tail.Written);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static FileStream? OpenShared(string path) => File.Exists(path)
        ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1)
        : null;

    private static byte[]? ReadPart(FileStream stream, bool articles)
    {
        var prologue = new byte[Prologue];
        if (stream.ReadAtLeast(prologue, Prologue, throwOnEndOfStream: false) < Prologue)
            return null;
        var reader = new StateReader(prologue);
        if (reader.Int64() != Magic)
            return null;
        var (headLength, headSum) = (reader.Int32(), reader.Int64());
        var (tailLength, tailSum) = (reader.Int32(), reader.Int64());
        if (headLength < 0 || tailLength < 0 || stream.Length != (long)Prologue + headLength + tailLength)
            return null;
        if (articles)
            stream.Position = Prologue + headLength;
        var part = new byte[articles ? tailLength : headLength];
        stream.ReadExactly(part);
        return (long)XxHash3.HashToUInt64(part) == (articles ? tailSum : headSum) ? part : null;
    }

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

    private static BuildState ReadState(StateReader reader) => new()
    {
        FactsKey = reader.UInt128(),
        OutputKey = reader.UInt128(),
        Fingerprint = reader.UInt128(),
        IsRacy = reader.Boolean(),
        Root = reader.String(),
        StaticFolders = reader.List(static from => from.String()),
        Diagnostics = reader.List(ArticleFormatter.ReadDiagnostic),
        Assets = reader.List(static from => new Sites.SiteAsset(from.String(), from.String())),
        Outputs = reader.List(static from => new OutputFile(from.String(), from.Int64(), from.Int64(), from.UInt128())),
        ArticleCount = reader.Int32(),
        BodyLength = reader.Int64(),
    };

    private static void WriteArticle(StateWriter writer, StoredArticle stored, BodyPlace place)
    {
        writer.String(stored.Source.Path);
        writer.String(stored.Source.File);
        writer.Int64(stored.Source.Length);
        writer.Int64(stored.Source.LastWriteTicks);
        writer.UInt128(stored.Hash);
        writer.Int64(place.Offset);
        writer.Int32(place.Length);
        writer.Int64(place.Checksum);
        ArticleFormatter.Write(writer, stored.Article);
    }

    private static StoredArticle ReadArticle(StateReader reader, BodyStore bodies)
    {
        var source = new SourceFile(reader.String(), reader.String(), reader.Int64(), reader.Int64());
        var hash = reader.UInt128();
        var place = new BodyPlace(reader.Int64(), reader.Int32(), reader.Int64());
        return new StoredArticle(source, hash, ArticleFormatter.Read(reader, bodies.Read(place)), place);
    }
}
