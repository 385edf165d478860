using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>Puts into words what is wrong with the links of one article or page that lead somewhere in the site, or should.</summary>
internal sealed class LinkReport(LinkingSite site, LinkPlace article, LinkExclusions exclusions, List<Diagnostic> diagnostics)
{
    // Reason: nobody reads the thousandth suggestion of one article, and finding it takes longer than all the rest.
    private int suggestionsLeft = 200;

    /// <summary>The file of the link that is looked at, below the content root.</summary>
    private string path = "";

    /// <summary>What is wrong with a link although there is something at its end.</summary>
    public void Found(Link link, in LinkTarget target, in LinkResolution found)
    {
        if (!site.ReportsProblems)
            return;
        path = article.Article is { } own ? site.PathOf(own, link) : article.Path;
        if (found.RightSpelling is { } right && MayReport(link))
        {
            var isCase = right.Equals(found.Path, StringComparison.OrdinalIgnoreCase);
            var respelled = Respell(target, found, right);
            diagnostics.Add(LinkErrors.Spelling(article.File, link.Range, link.Destination, Express(link, respelled)!, isCase)
                .Offering(Correct(link, respelled), isCertain: true));
        }

        if (found.Outcome == LinkOutcome.Entry && article.IsPublished
            && site.Addresses.Entries[found.Entry] is { IsPublished: false } hidden && MayReport(link))
        {
            diagnostics.Add(Unpublished(link, target, hidden));
        }

        if (site.ReportsOwnSite && target.Kind == LinkKind.OwnSite && MayReport(link))
        {
            var shorter = Shorten(target, found);
            diagnostics.Add(LinkErrors.OwnSite(article.File, link.Range, shorter).Offering(link.Form == DestinationForm.Written ? LinkCorrection.Of(shorter, link) : null, isCertain: true));
        }
    }

    /// <summary>A link that leads nowhere.</summary>
    public void NotFound(Link link, in LinkTarget target, in LinkResolution found)
    {
        if (!site.ReportsProblems || !MayReport(link))
            return;
        path = article.Article is { } own ? site.PathOf(own, link) : article.Path;
        var (file, range, written) = (article.File, link.Range, link.Destination);
        var root = site.Files.Root.Length == 0 ? "." : site.Files.Root;
        diagnostics.Add(found.Outcome switch
        {
            LinkOutcome.NoCollection => LinkErrors.NoCollection(file, range, written),
            LinkOutcome.Folder when found.Path.Length == 0 && target.Kind != LinkKind.Relative => LinkErrors.NoHome(file, range, written),
            LinkOutcome.Folder => Folder(link, target, found),
            LinkOutcome.BehindSymbolicLink => LinkErrors.BehindSymbolicLink(file, range, written, root),
            LinkOutcome.LeavesRoot => Escape(link, target, found, root),
            LinkOutcome.OutsideBase => OutsideBase(link, target),
            _ => Missing(link, target, found),
        });
    }

    /// <summary>A fragment that names nothing.</summary>
    public void NoAnchor(Link link, in LinkTarget target, int targetEntry, AnchorSet anchors)
    {
        if (!site.ReportsProblems || !MayReport(link))
            return;
        var fragment = link.Form == DestinationForm.Name ? Uri.UnescapeDataString(target.Fragment) : target.Fragment.ToString();
        var reordered = PutQueryFirst(target, fragment, anchors);
        var closest = reordered is null ? Closest(anchors, fragment) : null;
        var diagnostic = targetEntry == article.Entry
            ? LinkErrors.NoAnchorHere(article.File, link.Range, "#" + fragment, reordered ?? closest)
            : LinkErrors.NoAnchorThere(article.File, link.Range, BeforeFragment(link, target), "#" + fragment, reordered ?? closest);
        var right = reordered ?? (closest is null ? null : target.BeforeFragment.ToString() + closest);
        right = Express(link, right);
        // Reason: of a text directive behind the fragment nothing is kept, so a correction would lose it.
        if (!target.Text.EndsWith("#" + fragment, StringComparison.Ordinal))
            right = null;
        diagnostics.Add(diagnostic.Offering(Correct(link, right), isCertain: right is not null && closest is not null && anchors.HasOneNear(fragment)));
    }

    private static string BeforeFragment(Link link, in LinkTarget target) =>
        link.Form == DestinationForm.Written ? target.BeforeFragment.ToString()
        : link.Destination.AsSpan().EndsWith(target.Suffix) ? link.Destination[..^target.Suffix.Length] : link.Destination;

    /// <summary>A suggestion as the author would write it: behind the expression that the wrong destination begins with.</summary>
    private static string? Express(Link link, string? suggestion)
    {
        switch (link.Form)
        {
            case DestinationForm.Address when suggestion is not null:
                var (written, meaning) = (link.Destination, link.Rendered);
                var common = 0;
                while (common < written.Length && common < meaning.Length && written[^(common + 1)] == meaning[^(common + 1)] && written[^(common + 1)] != '}')
                    common++;
                var head = meaning[..^common];
                return suggestion.StartsWith(head, StringComparison.Ordinal) ? written[..^common] + suggestion[head.Length..] : suggestion;
            default:
                return suggestion;
        }
    }

    /// <summary>What can be written over the destination; of one that a dialect writes in its own way, only what ends it can be another.</summary>
    private static string? Correct(Link link, string? suggestion) => link.Form switch
    {
        DestinationForm.Written => LinkCorrection.Of(suggestion, link),
        DestinationForm.Address when Express(link, suggestion) is { } whole && whole != suggestion => whole,
        _ => null,
    };

    private bool MayReport(Link link) => !exclusions.Excludes(link);

    private Diagnostic Missing(Link link, in LinkTarget target, in LinkResolution found)
    {
        var (file, range, written) = (article.File, link.Range, link.Destination);
        var isRelative = target.Kind == LinkKind.Relative;
        if (isRelative && link.Role == LinkRole.Hyperlink && MailLink.IsBare(target.Text))
            return DestinationErrors.BareAddress(file, range, written).Offering(LinkCorrection.Of("mailto:" + written, link), isCertain: true);
        var suggestion = suggestionsLeft-- <= 0 ? null : target.Kind == LinkKind.Named ? site.Resolver.ClosestName(found.Path)
            : link.Form == DestinationForm.FileFromRoot ? site.Suggestions.ForFile(found.Path) : Verify(
            isRelative ? site.Suggestions.ForRelative(path, target, found.Path) : site.Suggestions.ForRootRelative(target, found.Path));
        // Reason: no program answers at the name of a Markdown file or at a picture's.
        var mayBeAnswered = !isRelative && link.Form is DestinationForm.Written or DestinationForm.Address && link.Role == LinkRole.Hyperlink && ArticleFormats.Of(target.Path.ToString(), readsMdx: true) != ArticleFormat.Markdown;
        var advice = mayBeAnswered ? LinkErrors.AskApplication : "";
        var shown = Express(link, suggestion);
        var extension = ContentPath.ExtensionOf(target.Path);
        var isPage = extension.IsEmpty || FileExtensions.IsArticle(extension) || (isRelative && WebAddress.CompleteHost(target.Text) is not null);
        var diagnostic = isPage && link.Role != LinkRole.Image
            ? LinkErrors.NoArticle(file, range, written, shown, advice)
            : LinkErrors.NoAsset(file, range, written, shown, advice);
        if (suggestion is null)
            return diagnostic;
        // Reason: where the fragment, too, had to be another, two things were guessed.
        var isCertain = isRelative && suggestion.AsSpan().EndsWith(target.Suffix) && site.Suggestions.IsOnlyOne(path, target, found.Path);
        return diagnostic.Offering(Correct(link, suggestion), isCertain);
    }

    private Diagnostic Folder(Link link, in LinkTarget target, in LinkResolution found)
    {
        var suggestion = Verify(site.Suggestions.ForFolder(path, target, found.Path));
        return LinkErrors.Folder(article.File, link.Range, link.Destination, Express(link, suggestion))
            .Offering(Correct(link, suggestion), isCertain: suggestion?.AsSpan().EndsWith(target.Suffix) == true);
    }

    private Diagnostic Escape(Link link, in LinkTarget target, in LinkResolution found, string root)
    {
        var suggestion = target.Kind == LinkKind.Relative ? Verify(site.Suggestions.ForEscape(path, target, found.Path)) : null;
        return LinkErrors.LeavesRoot(article.File, link.Range, link.Destination, root, suggestion)
            .Offering(Correct(link, suggestion), suggestion?.AsSpan().EndsWith(target.Suffix) == true && site.Suggestions.ComesBack(path, target));
    }

    private Diagnostic OutsideBase(Link link, in LinkTarget target)
    {
        var suggestion = Verify(site.Addresses.BasePath + target.Text.Replace('\\', '/'));
        return LinkErrors.OutsideBase(article.File, link.Range, link.Destination, site.Addresses.BasePath, suggestion)
            .Offering(Correct(link, suggestion), isCertain: false);
    }

    /// <summary>
    /// A suggestion, looked at as the link that it would be: null where it would be the next mistake; the fragment put right where the
    /// target has another, or left out where it has none that is near.
    /// </summary>
    private string? Verify(string? suggestion)
    {
        if (suggestion is null)
            return null;
        var target = LinkTarget.Parse(suggestion, site.Origin);
        if (target.Kind == LinkKind.External)
            return WebAddress.Parse(target.Text) is null ? null : suggestion;
        if (target.Kind is not (LinkKind.Relative or LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped))
            return null;
        target = LinkTarget.Parse(DestinationSyntax.Correct(target, maySpace: false), site.Origin);
        var found = site.Resolver.Resolve(path, target);
        if (!found.IsFound || found.RightSpelling is not null)
            return null;
        if (found.Outcome != LinkOutcome.Entry)
            return target.Text;
        if (article.IsPublished && !site.Addresses.Entries[found.Entry].IsPublished)
            return null;
        return target.Fragment.IsEmpty || site.AnchorsOf(found.Entry) is not { } anchors || !anchors.Lacks(target.Fragment)
            ? target.Text
            : target.BeforeFragment.ToString() + Closest(anchors, target.Fragment.ToString());
    }

    /// <summary>The nearest anchor, with its fragment sign; escaped in full where it looks the same as what is written.</summary>
    private string? Closest(AnchorSet anchors, string fragment) =>
        suggestionsLeft-- <= 0 || anchors.Closest(fragment) is not { } id ? null
        : UnicodeText.Compose(id) == UnicodeText.Compose(fragment) ? "#" + UrlText.EncodeName(id)
        : "#" + UrlText.ForAuthors(id);

    /// <summary><c>b.md#x?y=1</c>, where the query belongs before the fragment; or null.</summary>
    private static string? PutQueryFirst(in LinkTarget target, string fragment, AnchorSet anchors)
    {
        var query = fragment.IndexOf('?', StringComparison.Ordinal);
        if (query <= 0 || !anchors.Contains(fragment.AsSpan(0, query)) || fragment.Contains('#', StringComparison.Ordinal) || DestinationSyntax.HasBadEscape(fragment))
            return null;
        var before = target.BeforeFragment.ToString();
        var separator = before.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{before}{separator}{fragment[(query + 1)..]}#{fragment[..query]}";
    }

    private Diagnostic Unpublished(Link link, in LinkTarget target, Entry hidden)
    {
        var metadata = hidden.Article.Metadata;
        var written = BeforeFragment(link, target);
        var here = article.Entry < 0 ? "page" : "article";
        return metadata.IsDraft
            ? LinkErrors.ToDraft(article.File, link.Range, written, here)
            : LinkErrors.ToUnpublished(article.File, link.Range, written, here, metadata.PublishDate, metadata.ExpiryDate);
    }

    private string Respell(in LinkTarget target, in LinkResolution found, string right)
    {
        if (target.Path.EndsWith('/') && right.Length > 0)
            right += "/";
        if (target.Kind == LinkKind.Relative && found.Outcome != LinkOutcome.StaticFile)
            return DestinationText.Relative(path, right, target.Path.StartsWith("./")) + target.Suffix.ToString();
        return string.Concat(target.Origin, DestinationText.RootRelative(site.Addresses.BasePath, right), target.Suffix);
    }

    /// <summary>An absolute link to ourselves as a relative one.</summary>
    private string Shorten(in LinkTarget target, in LinkResolution found)
    {
        if (found.Outcome == LinkOutcome.Application)
            return target.Text[target.Origin.Length..];
        var there = found.Outcome == LinkOutcome.Entry ? site.Addresses.Entries[found.Entry].Article.Path : found.File!.Path;
        var shorter = found.Outcome == LinkOutcome.StaticFile
            ? DestinationText.RootRelative(site.Addresses.BasePath, there)
            : DestinationText.Relative(path, there, isDotted: true);
        return shorter + target.Suffix.ToString();
    }
}

/// <summary>Where links stand.</summary>
/// <param name="File">As diagnostics name it.</param>
/// <param name="Article">Null for a page, whose relative links count from the root.</param>
/// <param name="Entry">The index of the entry; -1 for a page.</param>
/// <param name="IsPublished">Whether readers see it.</param>
/// <param name="Path">What relative links count from where there is no article, below the content root.</param>
internal sealed record LinkPlace(string File, Article? Article, int Entry, bool IsPublished, string Path = "");
