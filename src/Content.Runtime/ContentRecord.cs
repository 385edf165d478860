using System.ComponentModel;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>
/// Where an entry, a nested object or an item of a list lies in the compiled catalog. For generated code, which knows what lies where.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct ContentRecord
{
    /// <summary>Words read in a minute, for <see cref="ReadingTime"/>.</summary>
    private const int WordsPerMinute = 200;

    /// <summary>The last of the year 9999.</summary>
    private const ulong LatestSecond = 253_402_300_799;

    private readonly ContentCatalog catalog;
    private readonly int offset;
    private readonly int collection;

    internal ContentRecord(ContentCatalog catalog, int offset, int collection)
    {
        this.catalog = catalog;
        this.offset = offset;
        this.collection = collection;
    }

    /// <summary>The slug.</summary>
    public string Slug => catalog.ReadText(offset + Record.Slug);

    /// <summary>The URL.</summary>
    public string Url => catalog.ReadText(offset + Record.Url);

    /// <summary>The text of the first paragraph.</summary>
    public string Excerpt => catalog.ReadText(offset + Record.Excerpt);

    /// <summary>The file the entry was made of.</summary>
    public string SourceFile => catalog.ReadText(offset + Record.SourceFile);

    /// <summary>The rendered HTML.</summary>
    public ContentBody Body => catalog.ReadBody(offset + Record.Body);

    /// <summary>The headings.</summary>
    public IReadOnlyList<Heading> Headings =>
        FindList(Record.Headings, HeadingSize, out var start, out var count) ? new HeadingList(catalog, start, count) : [];

    /// <summary>The other addresses.</summary>
    public IReadOnlyList<string> Aliases => GetTexts(Record.Aliases);

    /// <summary>The words of the body.</summary>
    public int WordCount => catalog.ReadInt32(offset + Record.WordCount) is >= 0 and var words ? words : throw catalog.Damaged("a number of words is negative");

    /// <summary>The time to read the body.</summary>
    public TimeSpan ReadingTime => TimeSpan.FromSeconds(Math.Ceiling(WordCount * 60.0 / WordsPerMinute));

    /// <summary>Whether the entry is published.</summary>
    public bool IsPublished => ((uint)catalog.ReadInt32(offset + Record.Flags) & CatalogFormat.IsPublished) != 0;

    /// <summary>When the file was last changed; null where the build does not say.</summary>
    public DateTimeOffset? LastModified
    {
        get
        {
            var seconds = catalog.ReadSlot(offset + Record.LastModified);
            if (seconds == ulong.MaxValue)
                return null;
            return seconds <= LatestSecond ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : throw catalog.Damaged("a date with a time is none");
        }
    }

    /// <summary>The entries of the same collection that share most tags with this one, the nearest first.</summary>
    public IReadOnlyList<T> GetRelated<T>()
        where T : class, IContentEntry =>
        FindList(Record.Related, sizeof(int), out var start, out var count) ? new EntryList<T>(catalog.GetCollection<T>(collection), catalog, start, count) : [];

    /// <summary>The way from the root of the tree to this entry, which is the last.</summary>
    public IReadOnlyList<IContentNode<T>> GetBreadcrumbs<T>()
        where T : class, IContentEntry => catalog.GetCollection<T>(collection).GetTree().GetPath(catalog.ReadInt32(offset + Record.TreeNode));

    /// <summary>The entry after this one; null for the last.</summary>
    public T? GetNext<T>()
        where T : class, IContentEntry => GetNeighbour<T>(1);

    /// <summary>The entry before this one; null for the first.</summary>
    public T? GetPrevious<T>()
        where T : class, IContentEntry => GetNeighbour<T>(-1);

    /// <summary>The entries of another collection that refer to this one, by a look-up of that collection.</summary>
    public IReadOnlyList<T> GetReferrers<T>(int referring, int lookup)
        where T : class, IContentEntry
    {
        var rank = (offset - catalog.RecordsStart - catalog.ReadCollection(collection, Collection.Records)) / catalog.ReadCollection(collection, Collection.RecordSize);
        return catalog.GetCollection<T>(referring).GetByKey(lookup, rank);
    }

    private T? GetNeighbour<T>(int distance)
        where T : class, IContentEntry
    {
        var entries = catalog.GetCollection<T>(collection);
        var position = catalog.ReadInt32(offset + Record.Position);
        if ((uint)position >= (uint)entries.Count)
            throw catalog.Damaged("an entry has no place in the order");
        position += distance;
        return (uint)position < (uint)entries.Count ? entries[position] : null;
    }
}
