using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Links;
using Content.Compiler.Schema;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>A blob ready to be written: all but the bodies in memory, the bodies where the articles hold them.</summary>
internal sealed class CatalogBlob
{
    /// <summary>What an entry has in headings and lists, usually.</summary>
    private const int UsualData = 256;

    private readonly ImmutableArray<RankedCollection> collections;
    private readonly TextHeap text;
    private readonly ByteBuilder table = new();
    private readonly ByteBuilder records;
    private readonly ByteBuilder data;
    private readonly ByteBuilder search;
    private readonly RecordWriter writer;
    private readonly Dictionary<RankedCollection, int> starts = [];
    private int bodiesLength;
    private readonly (int Start, int Count) urls;
    private readonly ulong siteSlot;

    /// <param name="collections">The collections in the order of their numbers.</param>
    /// <param name="text">Where text goes.</param>
    /// <param name="configuration">What the site is like as a whole.</param>
    /// <param name="outline">What its files of navigation say.</param>
    /// <param name="places">Decides where bodies lie.</param>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="knownWords">The words of articles that were counted before, for the search index; null where nothing is kept.</param>
    public CatalogBlob(ImmutableArray<RankedCollection> collections, TextHeap text, ContentConfiguration configuration, SiteOutline outline, BodyPlaces places, int threads, ConditionalWeakTable<Article, object>? knownWords = null)
    {
        siteSlot = text.Append(configuration.Site?.AbsoluteUri);
        this.collections = collections;
        this.text = text;
        var (entries, size) = (0, 0L);
        foreach (var collection in collections)
        {
            entries += collection.Count;
            size += (long)collection.Count * collection.Schema.Layout.Size;
        }

        if (size > Array.MaxLength)
            throw new CatalogTooLargeException();
        records = new ByteBuilder((int)size);
        data = new ByteBuilder(Math.Max(1 << 10, entries * UsualData));
        writer = new RecordWriter(collections, records, data, text, configuration.History);
        var lookups = new LookupWriter(collections, data, text);
        foreach (var collection in collections)
        {
            var start = records.Length;
            starts.Add(collection, start);
            var tree = NavigationTree.Of(collection, starts.Count - 1, configuration.Slugs, outline);
            var related = RelatedEntries.Of(collection);
            for (var rank = 0; rank < collection.Count; rank++)
            {
                var (offset, length) = places.Place(collection.GetByRank(rank));
                writer.Write(collection, rank, TextHeap.MakeSlot(offset, length), tree.ByRank[rank], related?.Find(rank) ?? []);
            }

            AddRow(collection, start, AddOrder(collection), lookups.Write(collection), AddTree(tree), tree.Nodes.Count);
        }

        bodiesLength = places.Conclude();
        urls = new UrlIndexWriter(collections, data, text).Write();
        search = SearchIndexWriter.Write(collections, knownWords, threads);
        if (Length > int.MaxValue)
            throw new CatalogTooLargeException();
    }

    /// <summary>The bytes of the whole blob.</summary>
    public long Length => CatalogFormat.Header.Size + table.Length + (long)records.Length + data.Length + text.Length + search.Length + bodiesLength;

    /// <summary>The bytes of its text.</summary>
    public int TextLength => text.Length;

    /// <summary>Whether it has an index of what its entries say.</summary>
    public bool IsSearched => search.Length > 0;

    /// <summary>Writes anew what is said of the content of entries; what was said before stays in the text and is not read any more.</summary>
    public void Rewrite(IReadOnlyList<(RankedCollection Collection, int Rank)> changed, BodyPlaces places)
    {
        foreach (var (collection, rank) in changed)
        {
            var entry = collection.GetByRank(rank);
            var (offset, length) = places.Place(entry);
            writer.WriteContent(starts[collection] + rank * collection.Schema.Layout.Size, entry, TextHeap.MakeSlot(offset, length));
        }

        bodiesLength = places.Conclude();
        if (Length > int.MaxValue)
            throw new CatalogTooLargeException();
    }

    /// <summary>Writes the blob, of which the bodies lie in the order of the records, with what it has in common with its code.</summary>
    public void WriteTo(Stream stream, CatalogHashes hashes)
    {
        WriteHeadTo(stream, hashes);
        var bodies = new BodyWriter(stream);
        foreach (var collection in collections)
        {
            for (var rank = 0; rank < collection.Count; rank++)
                bodies.Write(collection.GetByRank(rank));
        }

        bodies.Flush();
    }

    /// <summary>Writes all but the bodies.</summary>
    public void WriteHeadTo(Stream stream, CatalogHashes hashes)
    {
        var head = new BodyWriter(stream);
        head.WriteBytes(MakeHeader(hashes));
        head.WriteBytes(table.Written);
        head.WriteBytes(records.Written);
        head.WriteBytes(data.Written);
        head.WriteBytes(text.Written);
        head.WriteBytes(search.Written);
        head.Flush();
    }

    private int AddOrder(RankedCollection collection)
    {
        var start = data.Length;
        foreach (var rank in collection.Ranks)
            data.AppendInt32(rank);
        return start;
    }

    private int AddTree(NavigationTree tree)
    {
        var start = data.Length;
        foreach (var node in tree.Nodes)
        {
            data.AppendInt32(node.Rank);
            data.AppendInt32(node.Parent);
            data.AppendSlot(text.Add(node.Title));
            data.AppendSlot(text.Add(node.Url));
            data.AppendInt32(node.IsExpanded ? (int)CatalogFormat.IsExpanded : 0);
        }

        return start;
    }

    private void AddRow(RankedCollection collection, int start, int order, int lookups, int tree, int treeCount)
    {
        table.AppendSlot(text.Add(collection.Schema.Definition.Name));
        table.AppendInt32(start);
        table.AppendInt32(collection.Count);
        table.AppendInt32(collection.Schema.Layout.Size);
        table.AppendInt32(order);
        table.AppendInt32(lookups);
        table.AppendInt32(collection.Schema.Lookups.Length);
        table.AppendInt32(tree);
        table.AppendInt32(treeCount);
    }

    private byte[] MakeHeader(CatalogHashes hashes)
    {
        var header = new byte[CatalogFormat.Header.Size];
        WriteUInt64(CatalogFormat.Header.Magic, CatalogFormat.Magic);
        WriteInt32(CatalogFormat.Header.Version, (int)CatalogFormat.Version);
        WriteInt32(CatalogFormat.Header.CollectionCount, collections.Length);
        WriteUInt64(CatalogFormat.Header.Shape, hashes.Shape);
        WriteUInt64(CatalogFormat.Header.Symbols, hashes.Symbols);
        WriteUInt64(CatalogFormat.Header.Length, (ulong)Length);
        WriteInt32(CatalogFormat.Header.RecordsLength, records.Length);
        WriteInt32(CatalogFormat.Header.DataLength, data.Length);
        WriteInt32(CatalogFormat.Header.StringsLength, text.Length);
        WriteInt32(CatalogFormat.Header.BodiesLength, bodiesLength);
        WriteInt32(CatalogFormat.Header.UrlIndex, urls.Start);
        WriteInt32(CatalogFormat.Header.UrlCount, urls.Count);
        WriteUInt64(CatalogFormat.Header.Site, siteSlot);
        WriteInt32(CatalogFormat.Header.SearchLength, search.Length);
        return header;

        void WriteInt32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(at), value);
        void WriteUInt64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(at), value);
    }
}
