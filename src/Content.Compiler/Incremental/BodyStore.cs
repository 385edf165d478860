using System.IO.Hashing;
using Content.Compiler.Articles;

namespace Content.Compiler.Incremental;

/// <summary>
/// Rendered bodies with their slots still open, one after another in a file beside the state. A build appends what it rendered anew;
/// what it did not is read in place. Nothing already written is changed, so that a build that is killed leaves the last state whole;
/// each body has a checksum, so that a store that does not belong to the state is noticed.
/// </summary>
internal sealed class BodyStore : IDisposable
{
    private readonly string path;
    private readonly MappedBytes? mapped;

    private BodyStore(string path, MappedBytes? mapped)
    {
        this.path = path;
        this.mapped = mapped;
    }

    private long MappedLength => mapped?.Length ?? 0;

    /// <summary>Opens the first <paramref name="length"/> bytes of the store, all that the state speaks of.</summary>
    /// <exception cref="InvalidDataException">The store is shorter.</exception>
    public static BodyStore Open(string path, long length)
    {
        if (length == 0)
            return new BodyStore(path, null);
        if (!File.Exists(path) || new FileInfo(path).Length < length)
            throw new InvalidDataException("The body store is shorter than the state says.");
        return new BodyStore(path, new MappedBytes(path, length));
    }

    /// <summary>A body that an earlier build wrote; null where it is not what was written.</summary>
    public ReadOnlyMemory<byte>? Read(BodyPlace place)
    {
        if (place.Length == 0)
            return ReadOnlyMemory<byte>.Empty;
        if (mapped is null || place.Offset < 0 || place.Length < 0 || place.Offset > mapped.Length - place.Length)
            return null;
        var body = mapped.Slice(place.Offset, place.Length);
        if ((long)XxHash3.HashToUInt64(body.Span) != place.Checksum)
            return null;
        return body;
    }

    /// <summary>
    /// Writes the bodies of <paramref name="articles"/> that have no place yet, and gives every one its place.
    /// Where most of the store would be waste it is written anew.
    /// </summary>
    /// <returns>The places, in the order of the articles, and the store's new length.</returns>
    public (BodyPlace[] Places, long Length) Append(IReadOnlyList<StoredArticle> articles)
    {
        var live = articles.Sum(stored => (long)(stored.BodyPlace?.Length ?? 0));
        var isWasteful = MappedLength - live > Math.Max(live, 1 << 20);
        var places = new BodyPlace[articles.Count];
        var target = isWasteful ? OutputFile.TemporaryName(path) : path;
        long position;
        using (var stream = new FileStream(target, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16))
        {
            stream.SetLength(isWasteful ? 0 : MappedLength);
            stream.Position = stream.Length;
            for (var index = 0; index < places.Length; index++)
            {
                if (articles[index].BodyPlace is { } known && !isWasteful)
                    places[index] = known;
                else if (articles[index].Article.Content is { } content)
                    places[index] = Write(stream, content.Body);
            }

            position = stream.Position;
        }

        if (isWasteful)
        {
            // A mapped file cannot be replaced on Windows; nothing reads bodies after this.
            Dispose();
            File.Move(target, path, overwrite: true);
        }

        return (places, position);
    }

    public void Dispose() => mapped?.Dispose();

    private static BodyPlace Write(FileStream stream, ArticleBody body)
    {
        var place = new BodyPlace(stream.Position, body.Utf8.Length, (long)XxHash3.HashToUInt64(body.Utf8.Span));
        stream.Write(body.Utf8.Span);
        return place;
    }
}
