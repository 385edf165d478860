using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Routing;

namespace Content.Compiler.Catalogs;

/// <summary>
/// The bodies of a catalog that is written again and again. A body that has not changed stays where it is; the others go into a segment of
/// their own, which is all that has to be written. Where little is left of what was written, everything is written anew.
/// </summary>
public sealed class BodySegments
{
    // Reason: whoever follows opens each of them once, and a name for each goes with every state.
    private const int MostSegments = 24;

    private readonly List<BodySegment> segments = [];
    private Dictionary<string, PlacedBody> placed = new(StringComparer.Ordinal);
    private Layout? pending;
    private long used;

    /// <summary>What a reader needs of the state that was laid out last, in the order of their offsets.</summary>
    public IReadOnlyList<BodySegment> Segments => segments;

    /// <summary>Whether the last one of <see cref="Segments"/> is to be written for the state that was laid out last.</summary>
    public bool HasNew => pending is { Changed.Count: > 0 };

    /// <summary>Writes the last one of <see cref="Segments"/>.</summary>
    public void WriteNew(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new BodyWriter(stream);
        foreach (var entry in pending?.Changed ?? [])
            writer.Write(entry);
        writer.Flush();
    }

    /// <summary>Whether so much of what was written is not read any more, or in so many pieces, that all entries should get their places anew.</summary>
    internal bool IsWasteful => segments.Count >= MostSegments || End - used > End / 2;

    /// <summary>Begins to lay out a state whose entries are all asked for.</summary>
    internal BodyPlaces BeginAll()
    {
        if (End - used > End / 2)
            Drop(0);
        else if (segments.Count >= MostSegments)
            Drop(1);
        var before = placed;
        placed = new Dictionary<string, PlacedBody>(before.Count, StringComparer.Ordinal);
        used = 0;
        return pending = new Layout(this, before);
    }

    /// <summary>Begins to lay out a state in which all entries that are not asked for stay as they are.</summary>
    internal BodyPlaces BeginSome() => pending = new Layout(this, placed);

    private int End => segments.Count == 0 ? 0 : segments[^1].Offset + segments[^1].Length;

    private void Drop(int kept)
    {
        segments.RemoveRange(kept, segments.Count - kept);
        var end = End;
        placed = placed.Where(body => body.Value.Offset < end).ToDictionary(StringComparer.Ordinal);
    }

    private readonly record struct PlacedBody(ReadOnlyMemory<byte> Utf8, ImmutableArray<string?> Urls, int Offset, int Length)
    {
        public bool IsOf(ArticleBody body, ImmutableArray<string?> urls) =>
            Utf8.Equals(body.Utf8) && (Urls == urls || body.Slots.IsEmpty || !Urls.IsDefault && !urls.IsDefault && Urls.AsSpan().SequenceEqual(urls.AsSpan()));
    }

    private sealed class Layout : BodyPlaces
    {
        private readonly BodySegments all;
        private readonly Dictionary<string, PlacedBody> before;
        private readonly int start;
        private int length;

        public Layout(BodySegments all, Dictionary<string, PlacedBody> before)
        {
            this.all = all;
            this.before = before;
            start = length = all.End;
        }

        public List<Entry> Changed { get; } = [];

        public override (int Offset, int Length) Place(Entry entry)
        {
            var path = entry.Article.Path;
            if (all.placed.Remove(path, out var replaced))
                all.used -= replaced.Length;
            else if (before.TryGetValue(path, out var earlier))
                replaced = earlier;
            if (entry.Article.Content is not { Body: var body })
                return (0, 0);
            var place = replaced.IsOf(body, entry.LinkUrls) ? replaced : Add(entry, body);
            all.placed.Add(path, place);
            all.used += place.Length;
            return (place.Offset, place.Length);
        }

        public override int Conclude()
        {
            if (length > start)
                all.segments.Add(new BodySegment(start, length - start));
            return length;
        }

        private PlacedBody Add(Entry entry, ArticleBody body)
        {
            var place = new PlacedBody(body.Utf8, entry.LinkUrls, length, BodyWriter.Measure(entry));
            if (length + (long)place.Length > int.MaxValue)
                throw new CatalogTooLargeException();
            length += place.Length;
            if (place.Length > 0)
                Changed.Add(entry);
            return place;
        }
    }
}

/// <summary>A part of the bodies that is written once, and is itself and no other.</summary>
public sealed class BodySegment
{
    internal BodySegment(int offset, int length)
    {
        Offset = offset;
        Length = length;
    }

    /// <summary>Where it begins among all bodies, in bytes.</summary>
    public int Offset { get; }

    /// <summary>In bytes.</summary>
    public int Length { get; }
}
