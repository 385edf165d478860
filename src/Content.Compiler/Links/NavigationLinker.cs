using System.Collections.Immutable;
using Content.Compiler.Apis;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>
/// Holds the links of all files of navigation against the site, and makes one outline of them. Each file is taken in once, where it is first named; named
/// again, it is a link. A folder that has such a file need not have an index.
/// </summary>
internal sealed class NavigationLinker
{
    /// <summary>Files that take in one another: more than anybody writes, and few enough for the stack.</summary>
    private const int MostNested = 32;

    private readonly LinkingSite site;
    private readonly ImmutableArray<NavigationPage> pages;
    private readonly Dictionary<string, int> byPath = new(StringComparer.Ordinal);
    private readonly bool[] isTaken;
    private readonly Stack<int> open = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<int> targets = [];
    private readonly List<SourceFile> assets = [];
    private readonly LinkExclusions exclusions;

    private NavigationLinker(LinkingSite site, ImmutableArray<NavigationPage> pages)
    {
        this.site = site;
        this.pages = pages;
        isTaken = new bool[pages.Length];
        exclusions = new LinkExclusions(site.Configuration.IgnoredLinks);
        for (var index = 0; index < pages.Length; index++)
            byPath.Add(pages[index].Path, index);
    }

    /// <summary>What their links came to, all together, and the outline.</summary>
    public static (LinkedArticle Links, SiteOutline Outline) Link(LinkingSite site, ImmutableArray<NavigationPage> pages)
    {
        if (pages.IsEmpty)
            return (LinkedArticle.Nothing, SiteOutline.None);
        var linker = new NavigationLinker(site, pages);
        var outline = linker.LinkAll();
        return (LinkedArticle.Nothing with { Targets = [.. linker.targets], Assets = linker.assets, Diagnostics = linker.diagnostics, NeededExclusions = linker.exclusions.Needed }, outline);
    }

    private SiteOutline LinkAll()
    {
        var isNamed = new bool[pages.Length];
        foreach (var page in pages)
        {
            foreach (var named in NamedBy(page, page.Items))
                isNamed[named] = true;
        }

        var roots = ImmutableArray.CreateBuilder<OutlineRoot>();
        // Those of a circle all are named: the highest of them is where it begins.
        foreach (var index in Enumerable.Range(0, pages.Length).OrderBy(index => isNamed[index]).ThenBy(index => pages[index].Path.Count('/')).ThenBy(index => index))
        {
            if (!isTaken[index])
                roots.Add(new OutlineRoot(FolderOf(index), Take(index)));
        }

        return new SiteOutline(roots.ToImmutable());
    }

    private IEnumerable<int> NamedBy(NavigationPage page, ImmutableArray<NavigationItem> items)
    {
        foreach (var item in items)
        {
            foreach (var link in new[] { item.Toc, item.Href })
            {
                if (link is not null && Parse(link) is var target && IsOfSite(target) && site.Resolver.Resolve(page.Path, target).Path is var path && FindPage(path) is var named and >= 0 && pages[named] != page && !LeadsUp(page, path))
                    yield return named;
            }

            foreach (var named in NamedBy(page, item.Items))
                yield return named;
        }
    }

    private ImmutableArray<OutlineItem> Take(int index)
    {
        isTaken[index] = true;
        open.Push(index);
        diagnostics.AddRange(pages[index].Diagnostics);
        var report = new LinkReport(site, new LinkPlace(pages[index].File, null, -1, IsPublished: true, pages[index].Path), exclusions, diagnostics);
        var items = LinkItems(pages[index], report, pages[index].Items);
        open.Pop();
        return items;
    }

    private ImmutableArray<OutlineItem> LinkItems(NavigationPage page, LinkReport report, ImmutableArray<NavigationItem> items) => [.. items.Select(item => LinkItem(page, report, item))];

    private OutlineItem LinkItem(NavigationPage page, LinkReport report, NavigationItem item)
    {
        var href = Follow(page, report, item.Href);
        var topic = Follow(page, report, item.Topic);
        var toc = item.Toc is null ? href : Follow(page, report, item.Toc);
        // What 'href' names is the page unless another key does, also where it is a folder whose items follow.
        var leads = item.Topic is not null ? topic : item.Href is not null ? href : item.Uid is { } uid ? FollowUid(uid) : toc;
        var entry = leads.Entry >= 0 ? site.Addresses.Entries[leads.Entry] : null;
        // A page of items in the place of one that was taken in before would repeat them.
        var isTakenIn = toc.Page >= 0 && !isTaken[toc.Page] && open.Count < MostNested;
        var below = isTakenIn ? Take(toc.Page) : [];
        return new OutlineItem(
            item.Name.Length > 0 ? item.Name : entry is null ? item.Uid ?? leads.Url ?? "" : "",
            entry?.Article.Collection ?? -1,
            entry?.Slug ?? "",
            leads.Url ?? (entry is { IsPublished: true } ? entry.Url : null),
            item.IsExpanded,
            isTakenIn ? FolderOf(toc.Page) : null,
            [.. below, .. LinkItems(page, report, item.Items)]);
    }

    private LinkEnd Follow(NavigationPage page, LinkReport report, Link? link)
    {
        if (link is null)
            return LinkEnd.Nowhere;
        if (link.Destination.StartsWith(ApiName.Scheme, StringComparison.Ordinal))
            return FollowUid(ApiName.UidIn(link.Destination));
        var target = Parse(link);
        if (!IsOfSite(target))
        {
            if (site.ReportsProblems && ForeignLink.Check(page.File, link, target, maySpace: false) is { } problem && !exclusions.Excludes(link))
                diagnostics.Add(problem);
            return target.Kind is LinkKind.External or LinkKind.Mail or LinkKind.Telephone ? LinkEnd.Nowhere with { Url = target.Text } : LinkEnd.Nowhere;
        }

        var found = site.Resolver.Resolve(page.Path, target);
        var named = FindPage(found.Path);
        if (named >= 0 && site.Configuration.IsNavigation(found.Path))
        {
            CheckCircle(page, link, named);
            return LinkEnd.Nowhere with { Page = named };
        }

        if (found.IsFound)
            report.Found(link, target, found);
        else if (named < 0)
            report.NotFound(link, target, found);
        var isPlainLink = named >= 0 && LeadsUp(page, found.Path);
        if (found.Outcome == LinkOutcome.Asset)
            assets.Add(found.File!);
        if (found.Outcome == LinkOutcome.Entry)
        {
            targets.Add(found.Entry);
            if (site.ReportsProblems && !target.Fragment.IsEmpty && site.AnchorsOf(found.Entry) is { } anchors && anchors.Lacks(target.Fragment))
                report.NoAnchor(link, target, found.Entry, anchors);
            return new LinkEnd(found.Entry, target.Suffix.IsEmpty || !site.Addresses.Entries[found.Entry].IsPublished ? null : site.Addresses.Entries[found.Entry].Url + UrlText.EncodeWritten(target.Suffix), isPlainLink ? -1 : named);
        }

        return new LinkEnd(-1, named >= 0 ? null : UrlOf(target, found), isPlainLink ? -1 : named);
    }

    /// <summary>Where a link leads that is no entry's; as it is written where that is an address of its own, found or excused.</summary>
    private string? UrlOf(in LinkTarget target, in LinkResolution found)
    {
        if (found.Outcome is LinkOutcome.Asset or LinkOutcome.StaticFile)
            return site.Addresses.UrlOf(found) + UrlText.EncodeWritten(target.Suffix);
        return target.Kind switch
        {
            LinkKind.RootRelative or LinkKind.OwnSite => target.Text,
            LinkKind.Mapped => string.Concat(site.Addresses.BasePath, target.Place, target.Path, target.Suffix),
            _ => null,
        };
    }

    private void CheckCircle(NavigationPage page, Link link, int named)
    {
        if (site.ReportsProblems && open.Contains(named) && !exclusions.Excludes(link))
            diagnostics.Add(InclusionErrors.Circular(page.File, link.Range, open.Reverse().SkipWhile(index => index != named).Append(named).Select(index => pages[index].File)));
    }

    private LinkEnd FollowUid(string uid)
    {
        if (site.Addresses.FindByUid(uid) is var entry and >= 0)
        {
            targets.Add(entry);
            return new LinkEnd(entry, null, -1);
        }

        return LinkEnd.Nowhere with { Url = ApiName.Parse(uid) is { } name ? site.Configuration.UrlOfApi(name.Text) : null };
    }

    private LinkTarget Parse(Link link) => LinkTarget.Parse(link.Destination, site.Origin);

    private static bool IsOfSite(in LinkTarget target) => target.Kind is LinkKind.Relative or LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped;

    /// <summary>The file of navigation at a path, or in the folder at it; -1 where there is none.</summary>
    private int FindPage(string path)
    {
        if (site.Configuration.IsNavigation(path))
            return byPath.GetValueOrDefault(path, -1);
        foreach (var name in site.Configuration.NavigationFiles)
        {
            if (byPath.TryGetValue(path.Length == 0 ? name : $"{path.TrimEnd('/')}/{name}", out var index))
                return index;
        }

        return -1;
    }

    /// <summary>Whether a path is the folder of the file itself or one around it: a way back, and nothing to take in.</summary>
    private bool LeadsUp(NavigationPage page, string path) =>
        !site.Configuration.IsNavigation(path) && (path.Length == 0 || page.Path.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal));

    private string FolderOf(int index) => ContentPath.FolderOf(pages[index].Path).ToString();

    /// <summary>What a link came to.</summary>
    /// <param name="Entry">The entry, or -1.</param>
    /// <param name="Url">Where it leads, where the entry's address does not say it.</param>
    /// <param name="Page">The file of navigation, or -1.</param>
    private readonly record struct LinkEnd(int Entry, string? Url, int Page)
    {
        public static LinkEnd Nowhere { get; } = new(-1, null, -1);
    }
}
