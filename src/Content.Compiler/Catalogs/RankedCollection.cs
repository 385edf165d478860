using System.Collections.Immutable;
using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Routing;
using Content.Compiler.Sites;

namespace Content.Compiler.Catalogs;

/// <summary>
/// The entries of a collection by rank: in the ordinal order of their slugs' UTF-8. Symbols and references use the rank, so
/// that editing a date or a text does not change them.
/// </summary>
internal sealed class RankedCollection
{
    private readonly int[] positions;
    private readonly int[] ranks;
    private readonly ulong[] slugs;
    private Dictionary<string, int>? bySlug;

    public RankedCollection(CollectionSchema schema, ImmutableArray<Entry> entries, TextHeap text)
    {
        Schema = schema;
        Entries = entries;
        slugs = new ulong[entries.Length];
        positions = new int[entries.Length];
        for (var position = 0; position < positions.Length; position++)
        {
            slugs[position] = text.Add(entries[position].Slug);
            positions[position] = position;
        }

        Array.Sort(positions, (left, right) =>
        {
            var order = text.Compare(slugs[left], slugs[right]);
            return order != 0 ? order : left.CompareTo(right);
        });
        ranks = new int[positions.Length];
        for (var rank = 0; rank < positions.Length; rank++)
            ranks[positions[rank]] = rank;
    }

    public CollectionSchema Schema { get; }

    /// <summary>In the declared order.</summary>
    public ImmutableArray<Entry> Entries { get; private set; }

    public int Count => positions.Length;

    /// <summary>By rank, the place in the declared order.</summary>
    public ReadOnlySpan<int> Positions => positions;

    /// <summary>By place in the declared order, the rank.</summary>
    public ReadOnlySpan<int> Ranks => ranks;

    /// <summary>The entry of a rank.</summary>
    public Entry GetByRank(int rank) => Entries[positions[rank]];

    /// <summary>The slot that names the slug of a rank.</summary>
    public ulong GetSlugSlot(int rank) => slugs[positions[rank]];

    /// <summary>The rank of a slug, or -1.</summary>
    public int RankOf(string slug)
    {
        if (bySlug is null)
        {
            bySlug = new Dictionary<string, int>(Count, StringComparer.Ordinal);
            for (var rank = 0; rank < positions.Length; rank++)
                bySlug.TryAdd(GetByRank(rank).Slug, rank);
        }

        return bySlug.GetValueOrDefault(slug, -1);
    }

    /// <summary>Takes entries over that differ from those before in their content alone, whose ranks are added to <paramref name="changed"/>; false where others do.</summary>
    public bool TryFollow(ImmutableArray<Entry> next, List<(RankedCollection Collection, int Rank)> changed)
    {
        if (next.Length != Entries.Length)
            return false;
        for (var position = 0; position < next.Length; position++)
        {
            if (ReferenceEquals(next[position], Entries[position]))
                continue;
            if (!next[position].DiffersInContentAlone(Entries[position]))
                return false;
            changed.Add((this, ranks[position]));
        }

        Entries = next;
        return true;
    }

    /// <summary>All collections of the schema, empty.</summary>
    public static ImmutableArray<RankedCollection> None(CatalogSchema schema)
    {
        var text = new TextHeap(0);
        return [.. schema.Collections.Select(collection => new RankedCollection(collection, [], text))];
    }

    /// <summary>All collections of the schema; one that the site does not have is empty.</summary>
    public static ImmutableArray<RankedCollection> Rank(CatalogSchema schema, Site site, TextHeap text) =>
        [.. schema.Collections.Zip(EntriesOf(schema, site), (collection, entries) => new RankedCollection(collection, entries, text))];

    /// <summary>The entries of each collection of the schema; none where the site does not have it.</summary>
    public static ImmutableArray<ImmutableArray<Entry>> EntriesOf(CatalogSchema schema, Site site)
    {
        var byName = new Dictionary<string, ImmutableArray<Entry>>(StringComparer.Ordinal);
        foreach (var collection in site.Collections)
            byName.TryAdd(collection.Definition.Name, collection.Entries);
        return [.. schema.Collections.Select(collection => byName.TryGetValue(collection.Definition.Name, out var entries) ? entries : [])];
    }
}
