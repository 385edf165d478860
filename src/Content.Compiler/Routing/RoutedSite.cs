using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>Every entry with its address, references and files resolved; links not yet.</summary>
/// <param name="Configuration">What it was made by.</param>
/// <param name="Entries">Every entry, those that stay out of the catalog too, by path: what a link can lead to.</param>
/// <param name="Collections">The entries that enter the catalog, in the declared order, by collection of the configuration.</param>
/// <param name="Diagnostics">CONTENT1006, 1010, 1012, 4001 to 4003; what each article says of itself is in the article.</param>
public sealed record RoutedSite(
    ContentConfiguration Configuration,
    ImmutableArray<Entry> Entries,
    ImmutableArray<SiteCollection> Collections,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Where articles are found; null of a site that is not routed again.</summary>
    internal EntryIndex? Index { get; init; }

    /// <summary>The entry whose file this is, the first of several in one; or -1.</summary>
    /// <param name="path">Below the content root.</param>
    internal int FindByPath(string path)
    {
        var (low, high) = (0, Entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Entries[middle].Article.Path, path) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Entries.Length && Entries[low].Article.Path == path ? low : -1;
    }
}

/// <summary>A collection with its entries.</summary>
/// <param name="Definition">As declared.</param>
/// <param name="Entries">Those that enter the catalog, in the declared order.</param>
public sealed record SiteCollection(CollectionDefinition Definition, ImmutableArray<Entry> Entries);
