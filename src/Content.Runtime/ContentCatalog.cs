using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>
/// One state of a compiled catalog, read in place: the resource <c>Content.Catalog</c> of an assembly, or the file beside it.
/// Generated code stands on it; a site uses the generated class.
/// </summary>
public sealed class ContentCatalog
{
    private readonly MappedBytes bytes;
    private readonly string name;
    private readonly int collectionCount;
    private readonly int records;
    private readonly int data;
    private readonly int strings;
    private readonly int search;
    private readonly int headEnd;
    private readonly BodySegments bodies;
    private readonly IReadOnlyList<IContentEntry>[] collections;
    private readonly CatalogSource? source;
    private SearchIndex? searchIndex;

    /// <param name="bytes">The blob.</param>
    /// <param name="place">Where it was found, as a message begins with it.</param>
    /// <param name="key">What the code says of itself.</param>
    /// <param name="create">Makes the collections.</param>
    /// <param name="compiled">The state that the code was compiled with, where this is a later one.</param>
    /// <param name="source">What holds the state that is current.</param>
    /// <param name="apart">The bodies, where the blob ends before them.</param>
    internal ContentCatalog(
        MappedBytes bytes,
        string place,
        CatalogKey key,
        Func<ContentCatalog, IReadOnlyList<IContentEntry>[]> create,
        ContentCatalog? compiled = null,
        CatalogSource? source = null,
        BodySegments? apart = null)
    {
        this.bytes = bytes;
        this.source = source;
        name = key.Assembly;
        CatalogHeader.Check(bytes.Span, apart?.Length ?? 0, place, key, isFirst: compiled is null);
        // Where the same entries are numbered, the numbers are ranks here, too.
        if (ReadSlot(Header.Symbols) != key.Symbols)
            Compiled = compiled;
        collectionCount = ReadInt32(Header.CollectionCount);
        records = Header.Size + collectionCount * Collection.Size;
        data = records + ReadInt32(Header.RecordsLength);
        strings = data + ReadInt32(Header.DataLength);
        search = strings + ReadInt32(Header.StringsLength);
        headEnd = search + ReadInt32(Header.SearchLength);
        bodies = apart ?? BodySegments.Within(bytes, headEnd);
        collections = create(this);
        if (collections.Length != collectionCount)
            throw Damaged("it has another number of collections than the code");
    }

    /// <summary>The collections in the order of the configuration, each of its generated class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<IReadOnlyList<IContentEntry>> Collections => collections;

    /// <summary>The state that the program reads now: another than this one where the articles have changed since.</summary>
    public ContentCatalog Latest => source?.Current ?? this;

    /// <summary>The address of the site as <c>site</c> in the configuration has it, such as <c>https://example.org/docs</c>; null where it is not set.</summary>
    public Uri? Site => ReadText(Header.Site) is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var site) ? site
        : throw Damaged("its site is not an address");

    /// <summary>Every entry of every collection, each collection in its declared order.</summary>
    public IEnumerable<IContentEntry> Entries
    {
        get
        {
            foreach (var collection in collections)
            {
                foreach (var entry in collection)
                    yield return entry;
            }
        }
    }

    /// <summary>
    /// The entry at a URL or alias of any collection; null where there is none. A slash at the end, a query and a fragment make no difference,
    /// and neither does percent-encoding, so a request's decoded path will do. Where an alias led here, the entry's own URL is another.
    /// </summary>
    /// <param name="url">Root-relative, with the base path, such as <c>/docs/blog/hello-world/</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public IContentEntry? Find(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (new UrlIndex(this, ReadInt32(Header.UrlIndex), ReadInt32(Header.UrlCount)).Find(url) is not { } found)
            return null;
        if ((uint)found.Collection >= (uint)collections.Length)
            throw Damaged("an address leads to no collection");
        return ((IEntriesByRank)collections[found.Collection]).GetStored(found.Rank);
    }

    /// <summary>Where the bodies lie.</summary>
    internal BodySegments Bodies => bodies;

    /// <summary>Whether it is made of the same bytes, wherever the bodies lie.</summary>
    internal bool HasBytesOf(ContentCatalog other) =>
        bytes.Span[..headEnd].SequenceEqual(other.bytes.Span[..other.headEnd]) && bodies.HasBytesOf(other.bodies);
    /// <summary>
    /// The entries that fit a query best, the best first, from the collections that have <c>"search": true</c>. Case and accents make no difference,
    /// the last word may be the beginning of one, and a word may have one typing error. Of a longer query the first words count.
    /// </summary>
    /// <param name="query">Whatever somebody typed. There are no operators.</param>
    /// <param name="limit">The most hits; 0 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    public IReadOnlyList<SearchHit> Search(string query, int limit = 10)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return limit == 0 || OpenSearch() is not { } index ? [] : index.Search(query, limit);
    }

    /// <summary>
    /// The search index as files, for a site without a server: a browser fetches the parts that a query needs, which are the same bytes that
    /// <see cref="Search"/> reads. Empty where no collection is searched. <c>docs/search.md</c> of the documentation describes the format.
    /// </summary>
    public IEnumerable<SearchFile> ExportSearch() => OpenSearch() is { } index ? SearchExport.Files(index) : [];

    /// <summary>The collections by place, as the blob names them.</summary>
    internal IContentEntry GetEntry(int collection, int rank) => (uint)collection < (uint)collections.Length
        ? ((IEntriesByRank)collections[collection]).GetStored(rank)
        : throw Damaged("it refers to a collection that is not there");

    private SearchIndex? OpenSearch()
    {
        if (search == headEnd)
            return null;
        return Volatile.Read(ref searchIndex) ?? Interlocked.CompareExchange(ref searchIndex, new SearchIndex(this), null) ?? searchIndex;
    }

    /// <summary>The state whose ranks are the numbers of the code; null where that is this one.</summary>
    internal ContentCatalog? Compiled { get; }

    internal int CollectionCount => collectionCount;

    internal int RecordsStart => records;

    internal int DataStart => data;

    internal int RecordsLength => data - records;

    internal int StringsLength => search - strings;

    internal ReadOnlyMemory<byte> SearchBytes => bytes.Memory[search..headEnd];

    internal ContentCollection<T> GetCollection<T>(int collection)
        where T : class, IContentEntry => (ContentCollection<T>)collections[collection];

    internal int ReadCollection(int collection, int at) => (uint)collection < (uint)collectionCount
        ? ReadInt32(Header.Size + collection * Collection.Size + at)
        : throw Damaged("it lacks a collection");

    internal int ReadInt32(int offset) => (uint)offset <= (uint)(bytes.Length - sizeof(int))
        ? BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[offset..])
        : throw Damaged("a value lies outside of it");

    internal ulong ReadSlot(int offset) => (uint)offset <= (uint)(bytes.Length - sizeof(ulong))
        ? BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[offset..])
        : throw Damaged("a value lies outside of it");

    /// <summary>The UTF-8 that the slot at <paramref name="offset"/> names; empty where it is absent.</summary>
    internal ReadOnlySpan<byte> ReadUtf8(int offset)
    {
        var slot = ReadSlot(offset);
        if (slot >> 32 == Absent)
            return default;
        return Fits(slot, search - strings) ? bytes.Span.Slice(strings + (int)(uint)slot, (int)(slot >> 32)) : throw Damaged("a text lies outside of it");
    }

    internal string ReadText(int offset) => Encoding.UTF8.GetString(ReadUtf8(offset));

    internal ContentBody ReadBody(int offset)
    {
        var slot = ReadSlot(offset);
        if (slot >> 32 is 0 or Absent)
            return default;
        return bodies.Find((uint)slot, (uint)(slot >> 32)) is { } body ? new ContentBody(body) : throw Damaged("a body lies outside of it");
    }

    /// <summary>Where <paramref name="count"/> items of <paramref name="size"/> bytes each start, which lie at <paramref name="offset"/> of the data, whole.</summary>
    internal int LocateData(int offset, int count, int size) => (uint)offset + (ulong)(uint)count * (uint)size <= (uint)(strings - data)
        ? data + offset
        : throw Damaged("a list lies outside of it");

    /// <summary>What is thrown where a number in the blob cannot be right. Nothing that the compiler wrote comes here.</summary>
    internal InvalidDataException Damaged(string what) => new($"The catalog of '{name}' is damaged: {what}. Rebuild the project that holds it.");

    /// <summary>Whether the offset and length of a slot stay within a section.</summary>
    private static bool Fits(ulong slot, int section) => (ulong)(uint)slot + (slot >> 32) <= (uint)section;
}
