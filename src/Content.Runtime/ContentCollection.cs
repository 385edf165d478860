using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>
/// The entries of one collection in the declared order. An entry comes into being when it is first asked for and is the same object from then on;
/// finding one by slug touches no other.
/// </summary>
/// <typeparam name="T">The generated class of an entry.</typeparam>
[DebuggerDisplay("Count = {Count}")]
public abstract class ContentCollection<T> : IReadOnlyList<T>, IContentCollection, IEntriesByRank
    where T : class, IContentEntry
{
    private readonly ContentCatalog catalog;
    private readonly int collection;
    private readonly Func<ContentRecord, T> create;
    private readonly SlugIndex slugs;
    private readonly T?[] entries;
    private ContentTree<T>? tree;

    /// <summary>For generated code.</summary>
    /// <param name="catalog">What holds the entries.</param>
    /// <param name="collection">Which collection of it.</param>
    /// <param name="recordSize">The bytes of a record, as the code reads it.</param>
    /// <param name="create">Makes an entry over its record.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ContentCollection(ContentCatalog catalog, int collection, int recordSize, Func<ContentRecord, T> create)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(create);
        this.catalog = catalog;
        this.collection = collection;
        this.create = create;
        if (catalog.ReadCollection(collection, Collection.RecordSize) != recordSize)
            throw catalog.Damaged("its records are not those of the code");
        slugs = new SlugIndex(catalog, collection);
        entries = new T?[slugs.Count];
    }

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Length;

    /// <summary>The entry at a position of the declared order.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, entries.Length);
            return GetStored(catalog.ReadInt32(catalog.DataStart + catalog.ReadCollection(collection, Collection.Order) + index * sizeof(int)));
        }
    }

    /// <summary>The entry with a slug, compared ordinally.</summary>
    /// <param name="slug">Such as <c>hello-world</c> or <c>wpf/how-to-x</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="slug"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">There is none. The message names the nearest slug.</exception>
    public T this[string slug] => TryGet(slug, out var entry) ? entry : throw new KeyNotFoundException(slugs.DescribeMiss(slug));

    /// <summary>The entry with a slug, compared ordinally; false where there is none.</summary>
    /// <param name="slug">Such as <c>hello-world</c> or <c>wpf/how-to-x</c>.</param>
    /// <param name="entry">The entry; null where there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="slug"/> is null.</exception>
    public bool TryGet(string slug, [NotNullWhen(true)] out T? entry)
    {
        ArgumentNullException.ThrowIfNull(slug);
        var rank = slugs.Find(slug);
        entry = rank < 0 ? null : GetByRank(rank);
        return entry is not null;
    }

    /// <summary>
    /// The entries by folder, for a menu: the root, whose <see cref="IContentNode{T}.Entry"/> is the index article of the collection's folder.
    /// What is in a folder stands in the declared order, a folder where its index article does, or else the first of its entries.
    /// </summary>
    public IContentNode<T> Tree => GetTree().Root;

    /// <summary>Some entries of the declared order, for a list that is divided into pages.</summary>
    /// <param name="number">The page, counted from 1. One past the end has no entries.</param>
    /// <param name="size">The entries of a page.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is less than 1.</exception>
    public ContentPage<T> Page(int number, int size) => new(this, number, size);

    /// <summary>The entries in the declared order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < entries.Length; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    string IContentCollection.Name => slugs.Name;

    ContentCatalog IContentCollection.Catalog => catalog;

    IReadOnlyList<IContentEntry> IContentCollection.Entries => this;

    IContentCollection IContentCollection.Latest => (IContentCollection)catalog.Latest.Collections[collection];

    IContentNode<IContentEntry> IContentCollection.Tree => Tree;

    IContentEntry IEntriesByRank.GetStored(int rank) => GetStored(rank);

    /// <summary>For generated code: the entry of a symbol.</summary>
    /// <exception cref="ContentException">It is no longer there.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T GetBySlug(string slug) => TryGet(slug, out var entry) ? entry : throw slugs.Gone(slug);

    /// <summary>For generated code: the entry of a symbol, by its number: the rank of the slug, in ordinal order, when the code was compiled.</summary>
    /// <exception cref="ContentException">It is no longer there.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T GetById(int id)
    {
        var numbered = catalog.Compiled is { } compiled ? new SlugIndex(compiled, collection) : slugs;
        // A number may have been cast to a symbol.
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)id, (uint)numbered.Count, nameof(id));
        return catalog.Compiled is null ? GetByRank(id) : GetBySlug(numbered.ReadSlug(id));
    }

    /// <summary>For generated code: the entries that a look-up has under the number <paramref name="key"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal IReadOnlyList<T> GetByKey(int lookup, int key)
    {
        var index = new LookupIndex(catalog, collection, lookup);
        return index.GetRanks(key) is { Count: > 0 } ranks ? new EntryList<T>(this, catalog, ranks.Start, ranks.Count) : [];
    }

    /// <summary>For generated code: the entries that a look-up has under the text <paramref name="key"/>, compared ordinally.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected IReadOnlyList<T> GetByKey(int lookup, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return GetByKey(lookup, new LookupIndex(catalog, collection, lookup).FindKey(key));
    }

    internal ContentTree<T> GetTree() =>
        Volatile.Read(ref tree) ?? Interlocked.CompareExchange(ref tree, new ContentTree<T>(this, catalog, collection), null) ?? tree;

    /// <summary>The entry of a rank that the blob names.</summary>
    internal T GetStored(int rank) => (uint)rank < (uint)entries.Length ? GetByRank(rank) : throw catalog.Damaged("it refers to an entry that is not there");

    private T GetByRank(int rank)
    {
        ref var entry = ref entries[rank];
        return Volatile.Read(ref entry) ?? Create(ref entry, rank);
    }

    private T Create(ref T? entry, int rank)
    {
        var offset = catalog.RecordsStart + catalog.ReadCollection(collection, Collection.Records) + rank * catalog.ReadCollection(collection, Collection.RecordSize);
        var made = create(new ContentRecord(catalog, offset, collection));
        return Interlocked.CompareExchange(ref entry, made, null) ?? made;
    }
}

/// <summary>A collection whose class of entry is not known where it is used.</summary>
internal interface IEntriesByRank
{
    IContentEntry GetStored(int rank);
}
