using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>Finds the rank of a slug: the records lie in the order of their slugs.</summary>
internal readonly struct SlugIndex(ContentCatalog catalog, int collection)
{
    private readonly int records = catalog.RecordsStart + catalog.ReadCollection(collection, Collection.Records);
    private readonly int recordSize = catalog.ReadCollection(collection, Collection.RecordSize);

    public int Count { get; } = catalog.ReadCollection(collection, Collection.Count);

    public string Name => catalog.ReadText(Header.Size + collection * Collection.Size + Collection.Name);

    /// <summary>Where the record of a rank starts.</summary>
    public int GetRecord(int rank) => records + rank * recordSize;

    /// <summary>The rank of <paramref name="slug"/>, or -1.</summary>
    public int Find(string slug) => Utf8Bisection.Find(catalog, records + Record.Slug, Count, recordSize, slug);

    /// <summary>The slug of a rank.</summary>
    public string ReadSlug(int rank) => catalog.ReadText(GetRecord(rank) + Record.Slug);

    /// <summary>What is thrown where code names an entry that was there when it was compiled.</summary>
    public ContentException Gone(string slug) => new(
        $"The entry '{slug}' of '{Name}' is not in the catalog: its article was removed, renamed or unpublished since the code was compiled. Build the project again.");

    /// <summary>What to say of a slug that is not there.</summary>
    public string DescribeMiss(string slug)
    {
        var name = Name;
        var near = new NearMiss(slug);
        for (var rank = 0; rank < Count; rank++)
        {
            if (near.IsNear(catalog.ReadUtf8(GetRecord(rank) + Record.Slug).Length))
                near.Offer(ReadSlug(rank));
        }

        var shown = slug.Length <= 100 ? slug : string.Concat(slug.AsSpan(0, 100), "…");
        return near.Closest is { } closest
            ? $"'{name}' has no entry with the slug '{shown}'. Did you mean '{closest}'?"
            : $"'{name}' has no entry with the slug '{shown}'.";
    }
}
