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
        var linking = new LinkingSite(site, files, application.Pages, checkLinks) { Apis = apis };
        var stale = before is null ? null : LinkDependencies.FindStale(before, site, files, checkLinks);
        var linked = new LinkedArticle[site.Entries.Length];
        var linkedAnew = 0;
        ParallelWork.For(maxParallelism, linked.Length, index =>
        {
            if (stale is not null && !stale[index])
            {
                linked[index] = before!.Articles[index];
                return;
            }

            Interlocked.Increment(ref linkedAnew);
            linked[index] = LinkOrReport(linking, index);
        }, cancellation);
        var judged = Judge(linking, site, application, linked, [.. LinkPages(linking, application, maxParallelism, cancellation), .. checkLinks ? navigation.Select(page => NavigationLinker.Link(linking, page)) : []], baseline);
        var result = new Site
        {
            Configuration = site.Configuration,
            Collections = [.. site.Collections.Select((collection, index) =>
                collection with { Entries = PutUrls(collection.Entries, before?.Routed.Collections[index].Entries ?? [], before?.Site.Collections[index].Entries ?? [], linking.Addresses, linked) })],
            Assets = SiteAssets.Gather(site, files, linking.Addresses, linked),
            Diagnostics = judged.Reported,
            Suppressed = judged.Suppressed,
            UnreachedArticles = judged.UnreachedArticles,
            UnusedFiles = judged.UnusedFiles,
        };
        return new LinkedSite(result, site, files, ImmutableCollectionsMarshal.AsImmutableArray(linked), checkLinks, linkedAnew);
    }

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

    /// <summary>The entries of a collection with the URLs of their links; where nothing of one is any different, it is the very entry of before.</summary>
    private static ImmutableArray<Entry> PutUrls(
        ImmutableArray<Entry> entries, ImmutableArray<Entry> before, ImmutableArray<Entry> linkedBefore, SiteAddresses addresses, LinkedArticle[] linked)
    {
        var put = ImmutableArray.CreateBuilder<Entry>(entries.Length);
        foreach (var entry in entries)
        {
            var article = entry.Article.Content is null ? LinkedArticle.Nothing : linked[addresses.FindByPath(entry.Article.Path)];
            var (index, urls) = (put.Count, article.Urls);
            if (index < before.Length && ReferenceEquals(before[index], entry) && linkedBefore[index].LinkUrls == urls)
                put.Add(linkedBefore[index]);
            else
                put.Add(urls.IsEmpty ? entry : entry with { LinkUrls = urls, LinkImages = article.Images });
        }

        return put.MoveToImmutable();
    }

    /// <summary>
    /// CONTENT2020 for what <c>links.ignore</c> need not have, where the links of every article are known.
    /// </summary>
    private static IEnumerable<Diagnostic> UnneededExclusions(RoutedSite site, LinkedArticle[] linked)
    {
        var patterns = site.Configuration.IgnoredLinks;
        if (patterns.IsEmpty || site.Configuration.File is not { } file || site.Entries.Any(entry => entry.Article is { Content: null, Format: not ArticleFormat.Data }))
            yield break;
        var needed = linked.SelectMany(article => article.NeededExclusions).ToHashSet();
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

    private static JudgedDiagnostics Judge(LinkingSite linking, RoutedSite site, ApplicationFiles application, LinkedArticle[] articles, LinkedArticle[] pages, BaselineCheck? baseline)
    {
        LinkedArticle[] linked = [.. articles, .. pages];
        var checkLinks = linking.ReportsProblems;
        var found = new List<Diagnostic>(site.Diagnostics);
        found.AddRange(site.Configuration.FolderSeverities.Diagnostics);
        if (baseline is not null)
            found.AddRange(baseline.Baseline.Diagnostics);
        foreach (var entry in site.Entries)
        {
            found.AddRange(entry.Article.Diagnostics);
            if (entry.Article.Content is { } content)
                found.AddRange(content.Diagnostics);
        }

        foreach (var article in linked)
            found.AddRange(article.Diagnostics);
        if (checkLinks)
        {
            found.AddRange(UnneededExclusions(site, linked));
            LostAddresses.Check(linking, application, found);
        }

        var (unreached, unused) = checkLinks ? (Unreferenced.FindArticles(site, articles, pages.SelectMany(page => page.Targets)), Unreferenced.FindFiles(site, linking.Files, linked)) : ([], []);
        found.AddRange(unreached);
        found.AddRange(unused);
        CollectionMembership.Check(site, linking.Files, found);
        var suppressions = site.Entries.Where(entry => entry.Article.Content is not null).Select(entry => (entry.Article.File, entry.Article.Content!.Suppressions))
            .Concat(checkLinks ? application.Pages.Select(page => (page.File, page.Suppressions)) : []);
        return DiagnosticPolicy.Apply(site.Configuration, suppressions, found, judgeSuppressions: checkLinks, baseline)
            with { UnreachedArticles = unreached.Count, UnusedFiles = unused.Count };
    }
}
