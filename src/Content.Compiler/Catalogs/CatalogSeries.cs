using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Sites;

namespace Content.Compiler.Catalogs;

/// <summary>
/// The catalogs of a site from one moment to the next, for a program that follows it: bodies that did not change stay in the segments that were
/// written before, and where nothing but the content of some articles is different, only those are laid out. What a reader finds is what it finds
/// in a catalog that was made from nothing; the order of the bytes is another. Not for several threads at once.
/// </summary>
public sealed class CatalogSeries
{
    // Reason: texts that nobody reads any more stay until then; laying everything out costs as much as some hundred edits of prose.
    private const double MostGrowth = 1.25;

    private readonly CatalogOptions options;
    private readonly int maxParallelism;

    // Reason: counting the words of all articles takes longer than all the rest of a save; those of an article hold until it is another.
    private readonly ConditionalWeakTable<Article, object> words = [];
    private Layout? last;

    /// <summary>Begins a series; nothing is laid out yet.</summary>
    /// <param name="options">Options of the generated code.</param>
    /// <param name="maxParallelism">The most threads to use.</param>
    public CatalogSeries(CatalogOptions options, int maxParallelism)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        this.maxParallelism = maxParallelism;
    }

    /// <summary>Where the bodies of the last catalog lie.</summary>
    public BodySegments Bodies { get; } = new();

    /// <summary>Lays out the next catalog; the one before must have been written by then.</summary>
    /// <exception cref="CatalogTooLargeException">The blob would be larger than 2 GB; the series cannot go on.</exception>
    public CompiledCatalog Next(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (last is not { } before || !TryFollow(before, site))
            last = before = LayOut(site);
        return new CompiledCatalog(before.Source, before.Hashes, before.Blob);
    }

    private bool TryFollow(Layout before, Site site)
    {
        if (!ReferenceEquals(site.Configuration, before.Site.Configuration) || before.Blob.IsSearched || !ReferenceEquals(site.Outline, before.Site.Outline) || Bodies.IsWasteful
            || before.Blob.TextLength > before.TextLength * MostGrowth)
        {
            return false;
        }

        var changed = new List<(RankedCollection Collection, int Rank)>();
        foreach (var (collection, next) in before.Collections.Zip(RankedCollection.EntriesOf(before.Schema, site)))
        {
            if (!collection.TryFollow(next, changed))
                return false;
        }

        before.Blob.Rewrite(changed, Bodies.BeginSome());
        last = before with { Site = site };
        return true;
    }

    private Layout LayOut(Site site)
    {
        var schema = new CatalogSchema(site.Configuration);
        var text = new TextHeap(site.Collections.Sum(collection => collection.Entries.Length));
        var collections = RankedCollection.Rank(schema, site, text);
        var hashes = CatalogEmitter.Hash(schema, collections, options);
        var blob = new CatalogBlob(collections, text, site.Configuration, site.Outline, Bodies.BeginAll(), maxParallelism, words);
        // Reason: a program that follows its articles has its code, and only takes the blob.
        var source = new Lazy<byte[]>(() => CatalogEmitter.Write(schema, collections, options, hashes));
        return new Layout(site, schema, collections, hashes, source, blob, blob.TextLength);
    }

    /// <param name="Site">What is laid out.</param>
    /// <param name="Schema">Its schema.</param>
    /// <param name="Collections">Its collections.</param>
    /// <param name="Hashes">What code and blob have in common.</param>
    /// <param name="Source">The generated code.</param>
    /// <param name="Blob">The blob.</param>
    /// <param name="TextLength">The text of the blob when all of it was laid out, in bytes.</param>
    private sealed record Layout(
        Site Site,
        CatalogSchema Schema,
        ImmutableArray<RankedCollection> Collections,
        CatalogHashes Hashes,
        Lazy<byte[]> Source,
        CatalogBlob Blob,
        int TextLength);
}
