using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Apis;
using Content.Compiler.Application;
using Content.Compiler.Articles;
using Content.Compiler.Baselines;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Routing;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>Resolves every link of every article, and gathers all that is wrong with the site.</summary>
public static class SiteLinker
{
    /// <summary>Links the site.</summary>
    /// <param name="site">Its entries with their addresses.</param>
    /// <param name="files">The files that exist.</param>
    /// <param name="checkLinks">Whether broken links are reported; links get their URLs in any case.</param>
    /// <param name="maxParallelism">The most threads to use.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    public static Site Link(
        RoutedSite site, FileMap files, bool checkLinks, int maxParallelism = 1, CancellationToken cancellation = default) =>
        Link(site, files, ApplicationFiles.None, [], checkLinks, null, null, maxParallelism, cancellation).Site;

    /// <summary>Links the site, and resolves again only what may have changed since <paramref name="before"/>.</summary>
    internal static LinkedSite Link(
        RoutedSite site, FileMap files, ApplicationFiles application, ImmutableArray<NavigationPage> navigation, bool checkLinks, LinkedSite? before, BaselineCheck? baseline, int maxParallelism, CancellationToken cancellation, ApiIndex? apis = null)
    {
        // Reason: where addresses and names are what they were, so is all that follows from them; of a large site that is most of the work.
        var stale = before is null ? null : LinkDependencies.FindStale(before, site, files, checkLinks);
        var linking = stale is null ? new LinkingSite(site, files, application.Pages, checkLinks) { Apis = apis } : before!.Linking.With(site, files, apis);
        int[] anew = stale is null ? [.. Enumerable.Range(0, site.Entries.Length)] : [.. Enumerable.Range(0, stale.Length).Where(index => stale[index])];
        var linked = stale is null ? new LinkedArticle[site.Entries.Length] : before!.Articles.ToArray();
        ParallelWork.For(maxParallelism, anew.Length, number => linked[anew[number]] = LinkOrReport(linking, anew[number]), cancellation);
        var hasFindings = stale is null ? new bool[linked.Length] : (bool[])before!.HasFindings.Clone();
        foreach (var index in anew)
            hasFindings[index] = HasFindings(site.Entries[index].Article, linked[index]);
        var collected = new LinkedSite(
            new Site { Configuration = site.Configuration, Collections = site.Collections }, site, files, ImmutableCollectionsMarshal.AsImmutableArray(linked), checkLinks, anew.Length)
        {
            Linking = linking,
            HasFindings = hasFindings,
            Membership = stale is null ? CollectionMembership.Check(site, files) : before!.Membership,
        };
        var (navigated, outline) = NavigationLinker.Link(linking, navigation);
        // Reason: who is told of a change by the outline need not lay out a tree that is the same.
        if (before is not null && before.Site.Outline.IsSameAs(outline))
            outline = before.Site.Outline;
        LinkedArticle[] pages = [.. LinkPages(linking, application, maxParallelism, cancellation), navigated];
        var (judged, unreferenced) = Judge(collected, application, pages, baseline);
        return collected with
        {
            Pages = pages,
            Site = new Site
            {
                Configuration = site.Configuration,
                Collections = stale is null ? PutUrls(collected) : PutUrls(collected, before!, anew),
                Outline = outline,
                Assets = stale is null || !UsesTheSame(collected, before!, anew) || !AssetsOf(pages).SequenceEqual(AssetsOf(before!.Pages), StringComparer.Ordinal) ? SiteAssets.Gather(site, files, linking.Addresses, linked, pages) : before!.Site.Assets,
                Diagnostics = judged.Reported,
                Suppressed = judged.Suppressed,
                Unreferenced = unreferenced,
            },
        };
    }

    private static bool HasFindings(Article article, LinkedArticle linked) => !article.Diagnostics.IsEmpty || linked.Diagnostics.Count > 0
        || article.Content is { } content && (!content.Diagnostics.IsEmpty || !content.Suppressions.IsEmpty);

    private static LinkedArticle LinkOrReport(LinkingSite linking, int index)
    {
        try
        {
            return ArticleLinker.Link(linking, index);
        }
        catch (Exception defect) when (InternalErrors.IsDefect(defect))
        {
            return LinkedArticle.Nothing with { Diagnostics = [InternalErrors.Defect(defect, linking.Addresses.Entries[index].Article.File)] };
        }
    }

    /// <summary>The collections with the URLs of their entries' links.</summary>
    private static ImmutableArray<SiteCollection> PutUrls(LinkedSite site) =>
        [.. site.Routed.Collections.Select(collection => collection with { Entries = [.. collection.Entries.Select(entry => PutUrls(site, entry))] })];

    private static Entry PutUrls(LinkedSite site, Entry entry)
    {
        if (entry.Article.Content is null)
            return entry;
        var article = site.Articles[site.Linking.Addresses.FindByPath(entry.Article.Path)];
        return article.Urls.IsEmpty ? entry : entry with { LinkUrls = article.Urls, LinkImages = article.Images };
    }

    /// <summary>Likewise; where nothing of an entry is any different, it is the very entry of before.</summary>
    /// <param name="site">The site.</param>
    /// <param name="before">The one before it, with the same addresses.</param>
    /// <param name="anew">The entries that were linked again, by index.</param>
    private static ImmutableArray<SiteCollection> PutUrls(LinkedSite site, LinkedSite before, int[] anew)
    {
        var relinked = new HashSet<Entry>(anew.Select(index => site.Routed.Entries[index]), ReferenceEqualityComparer.Instance);
        return [.. site.Routed.Collections.Select((collection, index) => Put(collection, before.Routed.Collections[index].Entries, before.Site.Collections[index]))];

        SiteCollection Put(SiteCollection collection, ImmutableArray<Entry> last, SiteCollection linkedBefore)
        {
            var put = new Entry[collection.Entries.Length];
            var isSame = put.Length == last.Length;
            var next = 0;
            for (var position = 0; position < put.Length; position++)
            {
                var entry = collection.Entries[position];
                // Reason: an entry that is another, or that has another place, moves those behind it by one.
                if (next < last.Length && !ReferenceEquals(last[next], entry) && next + 1 < last.Length && ReferenceEquals(last[next + 1], entry))
                    next++;
                var isThere = next < last.Length && ReferenceEquals(last[next], entry);
                var isKept = isThere && !relinked.Contains(entry);
                isSame &= isKept && next == position;
                put[position] = isKept ? linkedBefore.Entries[next] : PutUrls(site, entry);
                if (isThere)
                    next++;
            }

            return isSame ? linkedBefore : collection with { Entries = ImmutableCollectionsMarshal.AsImmutableArray(put) };
        }
    }

    /// <summary>Whether entries use the very files that they used, and are in the catalog if they were.</summary>
    private static bool UsesTheSame(LinkedSite site, LinkedSite before, int[] anew) => anew.All(index =>
        site.Routed.Entries[index].IsPublished == before.Routed.Entries[index].IsPublished
        && SiteAssets.NamedBy(site.Routed.Entries[index]).SequenceEqual(SiteAssets.NamedBy(before.Routed.Entries[index]), StringComparer.Ordinal)
        && site.Articles[index].Assets.Select(asset => asset.Path).SequenceEqual(before.Articles[index].Assets.Select(asset => asset.Path), StringComparer.Ordinal));

    private static IEnumerable<string> AssetsOf(LinkedArticle[] pages) => pages.SelectMany(page => page.Assets).Select(asset => asset.Path);

    /// <summary>
    /// CONTENT2020 for what <c>links.ignore</c> need not have, where the links of every article are known.
    /// </summary>
    private static IEnumerable<Diagnostic> UnneededExclusions(RoutedSite site, ImmutableArray<LinkedArticle> articles, LinkedArticle[] pages)
    {
        var patterns = site.Configuration.IgnoredLinks;
        if (patterns.IsEmpty || site.Configuration.File is not { } file || site.Entries.Any(entry => entry.Article is { Content: null, Format: not ArticleFormat.Data }))
            yield break;
        var needed = articles.Concat(pages).SelectMany(article => article.NeededExclusions).ToHashSet();
        foreach (var entry in site.Entries)
            needed.UnionWith(entry.Article.Content?.NeededExclusions ?? []);
        for (var index = 0; index < patterns.Length; index++)
        {
            var text = patterns[index].Pattern.Text;
            if (!needed.Contains(index))
                yield return SuppressionErrors.IgnoresNothing(file, patterns[index].Range, text);
        }
    }

    /// <summary>What the links of the program's own pages came to, where links are checked.</summary>
    private static LinkedArticle[] LinkPages(LinkingSite linking, ApplicationFiles application, int maxParallelism, CancellationToken cancellation)
    {
        if (!linking.ReportsProblems)
            return [];
        var linked = new LinkedArticle[application.Pages.Length];
        ParallelWork.For(maxParallelism, linked.Length, index => linked[index] = PageLinker.Link(linking, application.Pages[index]), cancellation);
        return linked;
    }

    private static (JudgedDiagnostics Judged, Lazy<(int, int)> Unreferenced) Judge(LinkedSite collected, ApplicationFiles application, LinkedArticle[] pages, BaselineCheck? baseline)
    {
        var (site, linking, checkLinks) = (collected.Routed, collected.Linking, collected.CheckedLinks);
        var found = new List<Diagnostic>(site.Diagnostics);
        found.AddRange(site.Configuration.FolderSeverities.Diagnostics);
        if (baseline is not null)
            found.AddRange(baseline.Baseline.Diagnostics);
        var suppressions = new List<(string, ImmutableArray<Suppression>)>();
        for (var index = 0; index < collected.HasFindings.Length; index++)
        {
            if (!collected.HasFindings[index])
                continue;
            var article = site.Entries[index].Article;
            found.AddRange(article.Diagnostics);
            found.AddRange(collected.Articles[index].Diagnostics);
            if (article.Content is not { } content)
                continue;
            found.AddRange(content.Diagnostics);
            suppressions.Add((article.File, content.Suppressions));
        }

        foreach (var page in pages)
            found.AddRange(page.Diagnostics);
        if (checkLinks)
        {
            found.AddRange(UnneededExclusions(site, collected.Articles, pages));
            LostAddresses.Check(linking, application, found);
            suppressions.AddRange(application.Pages.Select(page => (page.File, page.Suppressions)));
        }

        var unreferenced = checkLinks ? FindUnreferenced(collected, pages, found) : new((0, 0));
        found.AddRange(collected.Membership);
        return (DiagnosticPolicy.Apply(site.Configuration, suppressions, found, judgeSuppressions: checkLinks, baseline), unreferenced);
    }

    /// <summary>What nothing leads to: reported where the configuration asks for it, else only counted, when somebody wants to know.</summary>
    private static Lazy<(int, int)> FindUnreferenced(LinkedSite collected, LinkedArticle[] pages, List<Diagnostic> found)
    {
        var configuration = collected.Routed.Configuration;
        if (configuration.IsOff(DiagnosticCatalog.ArticleUnreached) && configuration.IsOff(DiagnosticCatalog.FileUnused))
            return new(() => (FindArticles().Count, FindFiles().Count));
        var (unreached, unused) = (FindArticles(), FindFiles());
        found.AddRange(unreached);
        found.AddRange(unused);
        return new((unreached.Count, unused.Count));

        List<Diagnostic> FindArticles() => Unreferenced.FindArticles(collected.Routed, collected.Articles, pages.SelectMany(page => page.Targets));

        List<Diagnostic> FindFiles() => Unreferenced.FindFiles(collected.Routed, collected.Files, collected.Articles.Concat(pages));
    }
}
