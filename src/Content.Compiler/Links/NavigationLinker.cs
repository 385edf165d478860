using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>Holds the links of a file of navigation against the site. A folder that has such a file of its own need not have an index.</summary>
internal static class NavigationLinker
{
    public static LinkedArticle Link(LinkingSite site, NavigationPage page)
    {
        var diagnostics = new List<Diagnostic>(page.Diagnostics);
        var targets = new List<int>();
        var exclusions = new LinkExclusions(site.Configuration.IgnoredLinks);
        var report = new LinkReport(site, new LinkPlace(page.File, null, -1, IsPublished: true, page.Path), exclusions, diagnostics);
        foreach (var link in page.Links)
        {
            var target = LinkTarget.Parse(link.Destination, site.Origin);
            if (target.Kind is not (LinkKind.Relative or LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped))
                continue;
            var found = site.Resolver.Resolve(page.Path, target);
            if (found.Outcome == LinkOutcome.Entry)
                targets.Add(found.Entry);
            if (found.IsFound)
                report.Found(link, target, found);
            else if (!IsNavigated(site, found.Path))
                report.NotFound(link, target, found);
            if (found.Outcome == LinkOutcome.Entry && !target.Fragment.IsEmpty && site.AnchorsOf(found.Entry) is { } anchors && !anchors.Contains(target.Fragment))
                report.NoAnchor(link, target, found.Entry, anchors);
        }

        return LinkedArticle.Nothing with { Targets = [.. targets], Diagnostics = diagnostics, NeededExclusions = exclusions.Needed };
    }

    private static bool IsNavigated(LinkingSite site, string path) =>
        site.Configuration.IsNavigation(path)
        || site.Configuration.NavigationFiles.Any(name => site.Files.Find(path.Length == 0 ? name : $"{path}/{name}") is { Reach: FileReach.Inside });
}
