using System.Runtime.InteropServices;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>
/// The articles of the last build, in place in the mapped state file: an article is unpacked when its file turns out to be what it was,
/// and its facts pass to the next state as they are. Safe to use from several threads at once.
/// </summary>
internal sealed class StoredArticles : IDisposable
{
    /// <summary>Of a record, without the path and the facts.</summary>
    private const int HeaderSize = 4 + (8 + 8 + 8) + 16 + (8 + 4 + 8) + 4;

    private readonly MappedBytes mapped;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int[] offsets;

    /// <summary>Takes <paramref name="mapped"/> over.</summary>
    public StoredArticles(MappedBytes mapped, ReadOnlyMemory<byte> bytes)
    {
        this.mapped = mapped;
        this.bytes = bytes;
        var reader = new StateReader(bytes.Span);
        offsets = new int[reader.Int32()];
        for (var index = 0; index < offsets.Length; index++)
        {
            var length = reader.Int32();
            offsets[index] = bytes.Length - reader.Rest.Length;
            reader.Take(length);
        }
    }

    /// <summary>What is stored of the file at this path, or null.</summary>
    public StoredRecord? Find(string path)
    {
        var low = 0;
        var high = offsets.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = PathAt(middle, out var rest).SequenceCompareTo(path);
            if (order == 0)
                return ReadRecord(rest);
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }

    /// <summary>Writes articles, which are sorted by path.</summary>
    public static void Write(Stream stream, IReadOnlyList<StoredArticle> articles, BodyPlace[] places)
    {
        var writer = new StateWriter();
        writer.Int32(articles.Count);
        for (var index = 0; index < articles.Count; index++)
        {
            var stored = articles[index];
            var path = stored.Article.Path;
            writer.Int32(HeaderSize + path.Length * sizeof(char) + stored.Facts.Length);
            writer.Int32(path.Length);
            writer.Bytes(MemoryMarshal.AsBytes(path.AsSpan()));
            writer.Int64(stored.Stamp.Length);
            writer.Int64(stored.Stamp.LastWriteTicks);
            writer.Int64(stored.Stamp.FolderTicks);
            writer.Hash(stored.Hash);
            writer.Int64(places[index].Offset);
            writer.Int32(places[index].Length);
            writer.Int64(places[index].Checksum);
            writer.Int32(stored.Facts.Length);
            stream.Write(writer.Written);
            stream.Write(stored.Facts.Span);
            writer.Clear();
        }

        stream.Write(writer.Written);
    }

    public void Dispose() => mapped.Dispose();

    private ReadOnlySpan<char> PathAt(int index, out int rest)
    {
        var reader = new StateReader(bytes.Span[offsets[index]..]);
        var length = reader.Int32() * sizeof(char);
        rest = offsets[index] + 4 + length;
        return MemoryMarshal.Cast<byte, char>(reader.Take(length));
    }

    private StoredRecord ReadRecord(int offset)
    {
        var reader = new StateReader(bytes.Span[offset..]);
        var stamp = new FileStamp(reader.Int64(), reader.Int64(), reader.Int64());
        var hash = reader.Hash();
        var body = new BodyPlace(reader.Int64(), reader.Int32(), reader.Int64());
        var facts = reader.Int32();
        return new StoredRecord(stamp, hash, body, bytes.Slice(bytes.Length - reader.Rest.Length, facts));
    }
}

/// <summary>An article as it is stored.</summary>
/// <param name="Stamp">Of the file when it was read.</param>
/// <param name="Hash">Of the file's bytes; zero where they could not be read.</param>
/// <param name="Body">Where its body is.</param>
/// <param name="Facts">As <see cref="ArticleSerializer"/> wrote them.</param>
internal sealed record StoredRecord(FileStamp Stamp, ContentHash Hash, BodyPlace Body, ReadOnlyMemory<byte> Facts) : KnownArticle(Stamp, Hash);
