using System.IO.Hashing;
using Content.Compiler.Articles;
using Content.Compiler.Sources;

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

    /// <summary>Opens the first <paramref name="length"/> bytes of the store, all that the state speaks of; null where it is shorter.</summary>
    public static BodyStore? Open(string path, long length)
    {
        if (length == 0)
            return Empty(path);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length < length)
            return null;
        try
        {
            return new BodyStore(path, new MappedBytes(path, length));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // it is not a regular file, or another one by now: as if there were none
        }
    }

    /// <summary>A store of which nothing is known.</summary>
    public static BodyStore Empty(string path) => new(path, null);

    /// <summary>A body that an earlier build wrote; null where it is not what was written.</summary>
    public ReadOnlyMemory<byte>? Read(BodyPlace place)
    {
        if (place.Length == 0)
            return ReadOnlyMemory<byte>.Empty;
        if (mapped is null || place.Offset < 0 || place.Length < 0 || place.Offset > mapped.Length - place.Length)
            return null;
        var body = mapped.Slice(place.Offset, place.Length);
        if ((long)Crc64.HashToUInt64(body.Span) != place.Checksum)
            return null;
        return body;
    }

    /// <summary>
    /// Writes the bodies of <paramref name="articles"/> that have no place yet, and gives every one its place.
    /// Where most of the store would be waste it is written anew, beside the old one.
    /// </summary>
    public StoredBodies Append(IReadOnlyList<StoredArticle> articles, StateDirectory directory)
    {
        long live = 0;
        foreach (var stored in articles)
            live += stored.BodyPlace?.Length ?? 0;
        // Reason: what is not a file cannot be appended to, but a file can take its place.
        var isWasteful = MappedLength - live > Math.Max(live, 1 << 20) || RegularFile.IsSpecial(path);
        var places = new BodyPlace[articles.Count];
        var replacement = isWasteful ? directory.TemporaryName(path) : null;
        using var stream = new FileStream(
            replacement ?? path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        stream.SetLength(isWasteful ? 0 : MappedLength);
        stream.Position = stream.Length;
        for (var index = 0; index < places.Length; index++)
        {
            if (articles[index].BodyPlace is { } known && !isWasteful)
                places[index] = known;
            else if (articles[index].Article.Content is { } content)
                places[index] = Write(stream, content.Body);
        }

        return new StoredBodies(places, stream.Position, replacement);
    }

    /// <summary>Ends what <see cref="Append"/> began. Nothing reads bodies after this: a mapped file cannot be replaced on Windows.</summary>
    public void Complete(StoredBodies stored)
    {
        if (stored.Replacement is null)
            return;
        Dispose();
        File.Move(stored.Replacement, path, overwrite: true);
    }

    public void Dispose() => mapped?.Dispose();

    private static BodyPlace Write(FileStream stream, ArticleBody body)
    {
        var place = new BodyPlace(stream.Position, body.Utf8.Length, (long)Crc64.HashToUInt64(body.Utf8.Span));
        stream.Write(body.Utf8.Span);
        return place;
    }
}

/// <summary>Bodies with their places.</summary>
/// <param name="Places">In the order of the articles.</param>
/// <param name="Length">Of the store.</param>
/// <param name="Replacement">The store written anew; null where the old one was appended to.</param>
internal sealed record StoredBodies(BodyPlace[] Places, long Length, string? Replacement);
