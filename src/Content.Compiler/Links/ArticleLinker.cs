using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Apis;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>What the links of one article came to.</summary>
/// <param name="Urls">By link; null keeps what is written.</param>
/// <param name="Targets">By link: the index of the entry that it leads to, or -1.</param>
/// <param name="Assets">Files below the content root that it uses.</param>
/// <param name="Diagnostics">What is wrong.</param>
/// <param name="NeededExclusions">The patterns of <c>links.ignore</c> without which there would be more, by index.</param>
internal sealed record LinkedArticle(
    ImmutableArray<string?> Urls, ImmutableArray<int> Targets, IReadOnlyList<SourceFile> Assets, IReadOnlyList<Diagnostic> Diagnostics, ImmutableArray<int> NeededExclusions)
{
    /// <summary>By link: the image that it shows; empty where nobody asks.</summary>
    public ImmutableArray<LinkedImage> Images { get; init; } = [];

    public static LinkedArticle Nothing { get; } = new([], [], [], [], []);
}

/// <summary>Links one article.</summary>
internal sealed class ArticleLinker
{
    private readonly LinkingSite site;
    private readonly Entry entry;
    private readonly int index;
    private readonly List<SourceFile> assets = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly LinkExclusions exclusions;
    private readonly LinkReport report;
    private LinkedImage[]? images;
    private int current;

    private ArticleLinker(LinkingSite site, int index)
    {
        this.site = site;
        this.index = index;
        entry = site.Addresses.Entries[index];
        exclusions = new LinkExclusions(site.Configuration.IgnoredLinks);
        report = new LinkReport(site, new LinkPlace(entry.Article.File, entry.Article, index, entry.IsPublished), exclusions, diagnostics);
    }

    /// <summary>Resolves every link of the entry with this index.</summary>
    public static LinkedArticle Link(LinkingSite site, int index)
    {
        var content = site.Addresses.Entries[index].Article.Content;
        return content is null || (content.Links.IsEmpty && content.ApiMentions.IsEmpty) ? LinkedArticle.Nothing : new ArticleLinker(site, index).LinkAll(content.Links);
    }

    private LinkedArticle LinkAll(ImmutableArray<Link> links)
    {
        foreach (var mention in entry.Article.Content!.ApiMentions)
        {
            if (ApiName.Parse(mention.Name) is { } name && site.Apis?.IsOwn(name) == true)
                CheckApi(name, mention.Range);
        }

        var urls = new string?[links.Length];
        var targets = new int[links.Length];
        for (current = 0; current < links.Length; current++)
            urls[current] = LinkOne(links[current], out targets[current]);
        return new LinkedArticle(
            ImmutableCollectionsMarshal.AsImmutableArray(urls), ImmutableCollectionsMarshal.AsImmutableArray(targets), assets, diagnostics, exclusions.Needed)
        {
            Images = ImmutableCollectionsMarshal.AsImmutableArray(images ?? []),
        };
    }

    private string? LinkOne(Link link, out int targetEntry)
    {
        targetEntry = -1;
        if (link.Destination.StartsWith(ApiName.Scheme, StringComparison.Ordinal))
            return LinkToUid(link, out targetEntry) ?? LinkApi(link);
        var target = LinkTarget.Parse(link, site.Origin);
        if (target.Kind != LinkKind.Unsafe && TemplateExpression.Find(target.Unmapped) is { } expression)
        {
            // Reason: what a template will make of it is unknown, so nothing else can be said of the destination.
            if (site.ReportsProblems && !exclusions.Excludes(link))
                diagnostics.Add(TemplateErrors.InDestination(entry.Article.File, link.Range, link.Destination, target.Unmapped.Slice(expression.Span.Start, expression.Span.Length).ToString()));
            return null;
        }

        switch (target.Kind)
        {
            case LinkKind.Relative or LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped or LinkKind.Named:
                return Follow(link, target, site.Resolver.Resolve(site.PathOf(entry.Article, link), target), out targetEntry);
            case LinkKind.ThisArticle:
                CheckSyntax(link, target);
                CheckAnchor(link, target, index);
                targetEntry = index;
                return HeadingOf(link, index, target) is { } heading ? "#" + UrlText.EncodeWritten(heading) : null;
            default:
                if (site.ReportsProblems && ForeignLink.Check(entry.Article.File, link, target, MaySpace(link)) is { } problem && !exclusions.Excludes(link))
                    diagnostics.Add(problem);
                // Reason: another target asks other sites for their pages, and leaves out what is excluded, too.
                else if (target.Kind == LinkKind.External)
                    _ = exclusions.Excludes(link);
                return null;
        }
    }

    /// <summary>A link to the article that has this name; null where none has. How the name is to be shown is no part of the address.</summary>
    private string? LinkToUid(Link link, out int targetEntry)
    {
        var target = LinkTarget.Parse(link.Destination, site.Origin);
        var uid = ApiName.UidIn(link.Destination);
        targetEntry = site.Addresses.FindByUid(uid);
        if (targetEntry < 0)
            return null;
        report.Found(link, target, new LinkResolution(LinkOutcome.Entry, uid, targetEntry));
        CheckAnchor(link, target, targetEntry);
        return string.Concat(site.Addresses.Entries[targetEntry].Url, target.Text.AsSpan(target.BeforeFragment.Length));
    }

    /// <summary>
    /// A link to an API: to its page, where the configuration says where those are. A name of somebody else's is held against the references only where the
    /// configuration speaks of APIs: inherited articles name what their project has nothing to do with.
    /// </summary>
    private string? LinkApi(Link link)
    {
        var written = link.Destination[ApiName.Scheme.Length..];
        var name = ApiName.Parse(Uri.UnescapeDataString(written));
        if (name is not null && site.Apis is { } apis && (site.Configuration.SpeaksOfApi || apis.IsOwn(name) || apis.IsNearOwn(name)) && !exclusions.Excludes(link))
            CheckApi(name, link.Range);
        return name is null ? null : site.Configuration.UrlOfApi(name.Text);
    }

    private void CheckApi(ApiName name, TextRange range)
    {
        if (site.ReportsProblems && !site.Apis!.Exists(name, out var suggestion))
            diagnostics.Add(InclusionErrors.NoApi(entry.Article.File, range, name.Text, suggestion));
    }

    private string? Follow(Link link, in LinkTarget target, in LinkResolution found, out int targetEntry)
    {
        targetEntry = found.Outcome == LinkOutcome.Entry ? found.Entry : -1;
        if (!found.IsFound)
        {
            // Reason: what a bad escape stands for is unknown, so that it is the one mistake; any other spelling can be looked up,
            // and how a destination is written says nothing to who has to write another.
            if (link.Form == DestinationForm.Written && DestinationSyntax.HasBadEscape(target.Path))
                CheckSyntax(link, target);
            else
                report.NotFound(link, target, found);
            return null;
        }

        // Reason: the right spelling of a name that differs is also written rightly.
        if (found.RightSpelling is null)
            CheckSyntax(link, target);
        report.Found(link, target, found);
        if (found.Outcome == LinkOutcome.Entry)
            CheckAnchor(link, target, found.Entry);
        if (found.Outcome == LinkOutcome.Asset)
            assets.Add(found.File!);
        if (link.Role == LinkRole.Image && found.File is { } image && site.DescribeImage(image) is { Width: > 0 } described)
            (images ??= new LinkedImage[entry.Article.Content!.Links.Length])[current] = described;
        if (found.Outcome == LinkOutcome.Application)
            return target.Kind == LinkKind.Mapped ? string.Concat(site.Addresses.BasePath, target.Place, target.Path, target.Suffix) : null;
        var url = site.Addresses.UrlOf(found);
        if (found.Outcome == LinkOutcome.Entry && HeadingOf(link, found.Entry, target) is { } heading)
            url = string.Concat(target.Origin, url, UrlText.EncodeWritten(BeforeFragment(target.Suffix)), "#" + UrlText.EncodeWritten(heading));
        else if (!target.Origin.IsEmpty || !target.Suffix.IsEmpty)
            url = string.Concat(target.Origin, url, UrlText.EncodeWritten(target.Suffix));
        return string.Equals(url, link.Rendered, StringComparison.Ordinal) ? null : url;
    }

    /// <summary>In Markdown a destination between angle brackets may have spaces; they are encoded when it is rendered.</summary>
    private bool MaySpace(Link link) => entry.Article.Format == ArticleFormat.Markdown && !link.IsHtml;

    private void CheckSyntax(Link link, in LinkTarget target)
    {
        // Reason: what a dialect made is written rightly, and its author wrote another thing.
        if (site.ReportsProblems && link.Form == DestinationForm.Written && DestinationSyntax.Check(entry.Article.File, link, target, MaySpace(link)) is { } problem && !exclusions.Excludes(link))
            diagnostics.Add(problem);
    }

    /// <summary>The id of the heading that a fragment means, which is no id but its text, or its id as another tool makes it; null where it is none.</summary>
    private string? HeadingOf(Link link, int entry, in LinkTarget target)
    {
        var fragment = target.Fragment;
        var isText = link.Form == DestinationForm.Name;
        if (fragment.IsEmpty || !(isText || site.Configuration.Anchors == AnchorStyle.Words) || site.AnchorsOf(entry) is not { } anchors || anchors.Contains(fragment))
            return null;
        return isText ? anchors.FindHeading(Uri.UnescapeDataString(fragment)) : anchors.FindSpelling(fragment);
    }

    private static ReadOnlySpan<char> BeforeFragment(ReadOnlySpan<char> suffix) => suffix[..suffix.IndexOf('#')];

    private void CheckAnchor(Link link, in LinkTarget target, int targetEntry)
    {
        var fragment = target.Fragment;
        if (site.ReportsProblems && !fragment.IsEmpty && site.AnchorsOf(targetEntry) is { } anchors && anchors.Lacks(fragment) && HeadingOf(link, targetEntry, target) is null)
            report.NoAnchor(link, target, targetEntry, anchors);
    }
}
