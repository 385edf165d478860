using System.Collections.Immutable;
using Content.Compiler.Articles;
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
    /// <summary>The same addresses over articles as they are now, where nothing that addresses follow from is any different.</summary>
    /// <param name="articles">Those that are others now, by path; each is all of its file.</param>
    internal RoutedSite WithArticles(IReadOnlyDictionary<string, Article> articles)
    {
        var changed = new Dictionary<Entry, Entry>(ReferenceEqualityComparer.Instance);
        foreach (var entry in Entries)
        {
            if (articles.TryGetValue(entry.Article.Path, out var article))
                changed.Add(entry, entry with { Article = article });
        }

        return this with
        {
            Entries = Put(Entries),
            Collections = [.. Collections.Select(collection => collection with { Entries = Put(collection.Entries) })],
        };

        ImmutableArray<Entry> Put(ImmutableArray<Entry> entries) => [.. entries.Select(entry => changed.GetValueOrDefault(entry, entry))];
    }
}

/// <summary>A collection with its entries.</summary>
/// <param name="Definition">As declared.</param>
/// <param name="Entries">Those that enter the catalog, in the declared order.</param>
public sealed record SiteCollection(CollectionDefinition Definition, ImmutableArray<Entry> Entries);
