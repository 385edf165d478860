using Content.Compiler.Application;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>
/// Holds the links of a page of the program against the site, as those of an article. What cannot be known is left alone: where a relative link of a
/// Razor page counts from, and what the framework serves by itself.
/// </summary>
internal sealed class PageLinker
{
    private readonly LinkingSite site;
    private readonly ApplicationPage page;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly LinkExclusions exclusions;
    private readonly LinkReport report;
    private readonly List<int> targets = [];
    private readonly List<SourceFile> assets = [];

    private PageLinker(LinkingSite site, ApplicationPage page)
    {
        this.site = site;
        this.page = page;
        exclusions = new LinkExclusions(site.Configuration.IgnoredLinks);
        report = new LinkReport(site, new LinkPlace(page.File, null, -1, IsPublished: true), exclusions, diagnostics);
    }

    public static LinkedArticle Link(LinkingSite site, ApplicationPage page)
    {
        var linker = new PageLinker(site, page);
        linker.diagnostics.AddRange(page.Diagnostics);
        foreach (var link in page.Links)
            linker.LinkOne(link);
        return LinkedArticle.Nothing with { Targets = [.. linker.targets], Assets = linker.assets, Diagnostics = linker.diagnostics, NeededExclusions = linker.exclusions.Needed };
    }

    private void LinkOne(Link link)
    {
        var target = LinkTarget.Parse(link.Destination, site.PageOrigin);
        if (TemplateExpression.Find(target.Unmapped) is not null)
            return;
        if (target.Kind == LinkKind.Relative && page.IsComponent)
            target = LinkTarget.Parse(link.Destination, site.ComponentOrigin);
        switch (target.Kind)
        {
            case LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped:
                Follow(link, target);
                break;
            case LinkKind.External or LinkKind.Mail or LinkKind.Telephone or LinkKind.LocalPath or LinkKind.MisspelledScheme:
                if (ForeignLink.Check(page.File, link, target, maySpace: false) is { } problem && !exclusions.Excludes(link))
                    diagnostics.Add(problem);
                break;
        }
    }

    private void Follow(Link link, in LinkTarget target)
    {
        var found = site.Resolver.Resolve("", target);
        if (found.IsFound)
        {
            report.Found(link, target, found);
            if (found.Outcome == LinkOutcome.Entry)
                targets.Add(found.Entry);
            if (found.Outcome == LinkOutcome.Asset)
                assets.Add(found.File!);
            if (found.Outcome == LinkOutcome.Entry && !target.Fragment.IsEmpty && site.AnchorsOf(found.Entry) is { } anchors && anchors.Lacks(target.Fragment))
                report.NoAnchor(link, target, found.Entry, anchors);
        }
        else if (!IsOfFramework(found.Path) && !(found.Path.Length == 0 && page.IsComponent && link.Destination.Length == 0))
        {
            report.NotFound(link, target, found);
        }
    }

    /// <summary>What is served without a file of the project: scripts of Blazor, files of packages, styles that the SDK bundles.</summary>
    private static bool IsOfFramework(string path) =>
        path.StartsWith("_framework/", StringComparison.Ordinal) || path.StartsWith("_content/", StringComparison.Ordinal) || path.StartsWith("_blazor", StringComparison.Ordinal)
        || path.EndsWith(".styles.css", StringComparison.Ordinal) || path.EndsWith(".modules.json", StringComparison.Ordinal)
        || ContentPath.NameOf(path).StartsWith("blazor.", StringComparison.Ordinal);
}
