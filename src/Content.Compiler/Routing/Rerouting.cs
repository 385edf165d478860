using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Routing;

/// <summary>
/// Routes a site again after a few of its articles have changed, where every address stays what it was: then the fields of these are resolved anew and they are put
/// in their order, and all else is taken over. Whoever types in front matter changes a title and no address.
/// </summary>
internal sealed class Rerouting
{
    /// <summary>Of more than these, all are routed as if nothing were known; and what is looked up for the first few of very many faults alone needs all of them.</summary>
    private const int Most = 100;

    private readonly RoutedSite before;
    private readonly EntryIndex index;
    private readonly bool includeUnpublished;
    private readonly DateOnly buildDate;
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Entry[] entries;
    private readonly Dictionary<Entry, Entry> changed = new(ReferenceEqualityComparer.Instance);

    private Rerouting(RoutedSite before, EntryIndex index, bool includeUnpublished, DateOnly buildDate)
    {
        this.before = before;
        this.index = index;
        this.includeUnpublished = includeUnpublished;
        this.buildDate = buildDate;
        entries = [.. before.Entries];
    }

    /// <summary>The site over articles as they are now; null where an address may be another, or too much is to be looked at again.</summary>
    /// <param name="before">The site as it was.</param>
    /// <param name="articles">The articles that are others now, each of which was there; with whether their metadata is the same, in its values and in its places.</param>
    /// <param name="files">The files that exist, with the names that they had.</param>
    /// <param name="includeUnpublished">As it was.</param>
    /// <param name="buildDate">As it was.</param>
    public static RoutedSite? Of(RoutedSite before, IReadOnlyCollection<(Article Article, bool HasSameMetadata)> articles, FileMap files, bool includeUnpublished, DateOnly buildDate) =>
        before.Index is { } index ? new Rerouting(before, index, includeUnpublished, buildDate).Run(articles, files) : null;

    private RoutedSite? Run(IReadOnlyCollection<(Article Article, bool HasSameMetadata)> articles, FileMap files)
    {
        var others = new List<(int Entry, Article Article)>();
        foreach (var (article, hasSameMetadata) in articles)
        {
            // Reason: the entries of a file of many are articles that were made of it.
            if (before.FindByPath(article.Path) is not (>= 0 and var found) || before.Entries[found] is not { Collection.Layout: EntryLayout.Single } old || old.Article.Collection != article.Collection)
                return null;
            if (hasSameMetadata)
                Put(found, old with { Article = article });
            else
                others.Add((found, article));
        }

        if (others.Count > 0 && !Resolve(others, files))
            return null;
        return before with
        {
            Entries = ImmutableCollectionsMarshal.AsImmutableArray(entries),
            Collections = [.. before.Collections.Select(Order)],
            Diagnostics = others.Count == 0 ? before.Diagnostics : diagnostics.DrainToImmutable(),
        };
    }

    private void Put(int position, Entry entry)
    {
        changed.Add(before.Entries[position], entry);
        entries[position] = entry;
    }

    private bool Resolve(List<(int Entry, Article Article)> others, FileMap files)
    {
        var configuration = before.Configuration;
        var again = others.Select(other => other.Article.File).ToHashSet(StringComparer.Ordinal);
        // Reason: what is wrong with an address, or with a default, may be wrong because of another article.
        if (others.Count > Most || before.Diagnostics.Length > Most || before.Diagnostics.Any(known => known.File == configuration.File || IsOfAddresses(known.Code)))
            return false;
        diagnostics.AddRange(before.Diagnostics.Where(known => !again.Contains(known.File)));
        var articles = new Article[before.Entries.Length];
        for (var position = 0; position < articles.Length; position++)
            articles[position] = entries[position].Article;
        foreach (var (position, article) in others)
            articles[position] = article;
        var fields = new FieldResolver(
            configuration,
            new ReferenceResolver(configuration, ImmutableCollectionsMarshal.AsImmutableArray(articles), index, includeUnpublished, buildDate, diagnostics),
            new FileFieldResolver(files, configuration.BasePath, configuration.AssetBase, diagnostics));
        var rules = new FieldRules(configuration, buildDate, diagnostics);
        foreach (var (position, article) in others)
        {
            var (old, collection) = (before.Entries[position], configuration.Collections[article.Collection]);
            if (!HasSameAddress(old.Article.Metadata, article.Metadata) || UniqueValues.HasUnique(collection.Fields))
                return false;
            var entry = SiteRouter.RouteOrReport(
                configuration, article, old.Slug, SiteRouter.ResolveOrReport(fields, article, collection, diagnostics), buildDate, diagnostics);
            if (entry.Url != old.Url || entry.IsPublished != old.IsPublished || !entry.Aliases.SequenceEqual(old.Aliases, StringComparer.Ordinal))
                return false;
            rules.Check(entry);
            Put(position, entry);
        }

        return true;
    }

    /// <summary>Whether the same is said of where the entry is and of when; and whether as much is known.</summary>
    private static bool HasSameAddress(EntryMetadata one, EntryMetadata other) =>
        one.Slug?.Value == other.Slug?.Value && one.Url?.Value == other.Url?.Value && one.Uid?.Value == other.Uid?.Value
        && one.Aliases.Select(alias => alias.Value).SequenceEqual(other.Aliases.Select(alias => alias.Value), StringComparer.Ordinal)
        && one.IsDraft == other.IsDraft && one.PublishDate == other.PublishDate && one.ExpiryDate == other.ExpiryDate
        && one.IsBroken == other.IsBroken && one.HasUnknownAddress == other.HasUnknownAddress;

    private static bool IsOfAddresses(string code) =>
        code == DiagnosticCatalog.AddressNotUnique.Code || code == DiagnosticCatalog.SymbolNotUnique.Code || code == DiagnosticCatalog.AliasNotUnique.Code;

    /// <summary>The collection with the entries that are others now, each where its values put it.</summary>
    private SiteCollection Order(SiteCollection collection)
    {
        List<Entry>? listed = null;
        var moved = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        var comparer = new EntryOrder(collection.Definition);
        for (var position = 0; position < collection.Entries.Length; position++)
        {
            if (!changed.TryGetValue(collection.Entries[position], out var entry))
                continue;
            listed ??= [.. collection.Entries];
            listed[position] = entry;
            if (comparer.Compare(collection.Entries[position], entry) != 0)
                moved.Add(entry);
        }

        if (listed is null)
            return collection;
        if (moved.Count > 0)
            listed.RemoveAll(moved.Contains);
        foreach (var entry in moved)
        {
            var place = listed.BinarySearch(entry, comparer);
            listed.Insert(place < 0 ? ~place : place, entry);
        }

        return collection with { Entries = [.. listed] };
    }
}
