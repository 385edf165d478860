using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
        Link(site, files, checkLinks, null, null, maxParallelism, cancellation).Site;

    /// <summary>Links the site, and resolves again only what may have changed since <paramref name="before"/>.</summary>
    internal static LinkedSite Link(
        RoutedSite site, FileMap files, bool checkLinks, LinkedSite? before, BaselineCheck? baseline, int maxParallelism, CancellationToken cancellation)
    {
        var linking = new LinkingSite(site, files, checkLinks);
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
        var judged = Judge(site, files, linked, checkLinks, baseline);
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
            var (index, urls) = (put.Count, entry.Article.Content is null ? [] : linked[addresses.FindByPath(entry.Article.Path)].Urls);
            if (index < before.Length && ReferenceEquals(before[index], entry) && linkedBefore[index].LinkUrls == urls)
                put.Add(linkedBefore[index]);
            else
                put.Add(urls.IsEmpty ? entry : entry with { LinkUrls = urls });
        }

        return put.MoveToImmutable();
    }

    /// <summary>
    /// CONTENT2020 for what <c>links.ignore</c> need not have, where the links of every article are known. What stands for text that Markdown
    /// makes no link of, with a space or an expression in it, is judged where that is read, so nothing is known of it here.
    /// </summary>
    private static IEnumerable<Diagnostic> UnneededExclusions(RoutedSite site, LinkedArticle[] linked)
    {
        var patterns = site.Configuration.IgnoredLinks;
        if (patterns.IsEmpty || site.Configuration.File is not { } file || site.Entries.Any(entry => entry.Article is { Content: null, Format: not ArticleFormat.Data }))
            yield break;
        var needed = linked.SelectMany(article => article.NeededExclusions).ToHashSet();
        for (var index = 0; index < patterns.Length; index++)
        {
            var text = patterns[index].Pattern.Text;
            if (!needed.Contains(index) && !text.Contains(' ', StringComparison.Ordinal) && !text.Contains("[{]", StringComparison.Ordinal))
                yield return SuppressionErrors.IgnoresNothing(file, patterns[index].Range, text);
        }
    }

    private static JudgedDiagnostics Judge(RoutedSite site, FileMap files, LinkedArticle[] linked, bool checkLinks, BaselineCheck? baseline)
    {
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
            found.AddRange(UnneededExclusions(site, linked));
        var (articles, unused) = checkLinks ? (Unreferenced.FindArticles(site, linked, []), Unreferenced.FindFiles(site, files, linked)) : ([], []);
        found.AddRange(articles);
        found.AddRange(unused);
        CollectionMembership.Check(site, files, found);
        return DiagnosticPolicy.Apply(site.Configuration, site.Entries.Select(entry => entry.Article), found, judgeSuppressions: checkLinks, baseline)
            with { UnreachedArticles = articles.Count, UnusedFiles = unused.Count };
    }
}
