using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>Paths and anchors that a link can lead to.</summary>
internal static class LinkCompletion
{
    /// <summary>A list that is longer is not read but narrowed by typing.</summary>
    private const int Most = 200;

    private static readonly string[] images = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"];

    /// <summary>What is offered for a destination.</summary>
    public static Offers Of(ContentDocument document, LinkCursor cursor, int offset)
    {
        var typed = document.Text[cursor.Span.Start..offset];
        var sign = typed.IndexOf('#', StringComparison.Ordinal);
        if (sign >= 0)
            return new Offers(Anchors(document, typed[..sign], TextSpan.FromBounds(cursor.Span.Start + sign + 1, cursor.Span.End)));
        var paths = Paths(document, cursor, typed);
        return typed.Length > 0 || cursor.IsImage ? paths : paths with { Items = paths.Items.AddRange(OwnAnchors(document, cursor.Span)) };
    }

    private static ImmutableArray<Offer> Anchors(ContentDocument document, string path, TextSpan replace)
    {
        var site = document.Site;
        var entry = path.Length == 0 ? document.Entry : site.Follow(document.Entry, path).Entry;
        if (entry < 0 || (entry == document.Entry ? document.Content : site.Entries[entry].Article.Content) is not { } content)
            return [];
        return AnchorsOf(content, replace, "");
    }

    private static ImmutableArray<Offer> OwnAnchors(ContentDocument document, TextSpan replace) =>
        document.Content is { } content ? AnchorsOf(content, replace, "#") : [];

    private static ImmutableArray<Offer> AnchorsOf(ArticleContent content, TextSpan replace, string prefix)
    {
        var offers = ImmutableArray.CreateBuilder<Offer>();
        var headings = content.Headings.Where(heading => heading.Id.Length > 0).DistinctBy(heading => heading.Id).ToDictionary(heading => heading.Id, StringComparer.Ordinal);
        foreach (var id in content.Anchors)
        {
            offers.Add(new Offer(prefix + id, OfferKind.Reference, replace, prefix + UrlText.ForAuthors(id))
            {
                Detail = headings.TryGetValue(id, out var heading) ? new string('#', heading.Level) + " " + heading.Text : null,
                Order = string.Create(CultureInfo.InvariantCulture, $"{(prefix.Length > 0 ? "4" : "1")}{offers.Count:00000}"),
            });
        }

        return offers.ToImmutable();
    }

    private static Offers Paths(ContentDocument document, LinkCursor cursor, string typed)
    {
        var site = document.Site;
        if (site.Files is not { } files || UriText.LengthOfScheme(typed) > 0 || typed.StartsWith("//", StringComparison.Ordinal))
            return Offers.None;
        var own = document.Article!.Path;
        var slash = typed.LastIndexOf('/');
        var isRooted = typed.StartsWith('/');
        var isDotted = typed.StartsWith("./", StringComparison.Ordinal);
        var folder = slash < 0 ? null : ContentPath.Resolve(isRooted ? "" : ContentPath.FolderOf(own), typed.AsSpan(0, slash + 1)).Path;
        if (isRooted && site.Linking?.Addresses.StripBase(folder!) is { } stripped)
            folder = stripped;
        var name = Uri.UnescapeDataString(typed[(slash + 1)..]);
        var ownFolder = ContentPath.FolderOf(own).ToString();
        var offers = ImmutableArray.CreateBuilder<Offer>();
        if (isRooted)
            AddAddresses(site, cursor.Span, folder!, offers);
        var found = new List<(int Rank, SourceFile File)>();
        foreach (var file in files.Files)
        {
            if (file.Reach != FileReach.Inside || file.Path == own || GlobSet.IsHidden(file.Path))
                continue;
            if (folder is { Length: > 0 } && !(file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.Length > folder.Length && file.Path[folder.Length] == '/'))
                continue;
            if (name.Length > 0 && !file.Path.AsSpan(folder is { Length: > 0 } ? folder.Length : 0).Contains(name, StringComparison.OrdinalIgnoreCase))
                continue;
            found.Add((Rank(file.Path, folder ?? ownFolder, cursor.IsImage), file));
        }

        foreach (var (rank, file) in found.OrderBy(candidate => candidate.Rank).ThenBy(candidate => candidate.File.Path, StringComparer.Ordinal).Take(Most))
        {
            var path = isRooted ? DestinationText.RootRelative(site.Configuration.BasePath, file.Path) : DestinationText.Relative(own, file.Path, isDotted);
            // Reason: what was typed up to here stays as it is, so that the list is not filtered away by another spelling of the same path.
            if (!isRooted && folder is not null && typed[..(slash + 1)] is var prefix && !path.StartsWith(prefix, StringComparison.Ordinal))
                path = prefix + UrlText.ForAuthors(file.Path[(folder.Length > 0 ? folder.Length + 1 : 0)..]);
            var entry = site.FindEntry(file.File);
            offers.Add(new Offer(path, entry >= 0 ? OfferKind.Entry : OfferKind.File, cursor.Span, path)
            {
                Detail = entry >= 0 ? SiteView.TitleOf(site.Entries[entry]) : null,
                Order = string.Create(CultureInfo.InvariantCulture, $"{rank}{path}"),
            });
        }

        return new Offers(offers.ToImmutable(), found.Count > Most);
    }

    /// <summary>Root-relative links are mostly written by URL.</summary>
    private static void AddAddresses(SiteView site, TextSpan replace, string folder, ImmutableArray<Offer>.Builder offers)
    {
        var start = site.Configuration.BasePath + (folder.Length == 0 ? "/" : "/" + folder + "/");
        foreach (var entry in site.Entries)
        {
            if (offers.Count == Most)
                break;
            if (entry.Article.Format != ArticleFormat.Data && entry.Url.StartsWith(start, StringComparison.Ordinal))
                offers.Add(new Offer(entry.Url, OfferKind.Entry, replace, entry.Url) { Detail = SiteView.TitleOf(entry), Order = "0" + entry.Url });
        }
    }

    private static int Rank(string path, string folder, bool isImage)
    {
        var extension = ContentPath.ExtensionOf(path);
        var isWanted = isImage ? images.Contains(extension.ToString().ToLowerInvariant()) : FileExtensions.IsArticle(extension);
        var isNear = ContentPath.FolderOf(path).SequenceEqual(folder);
        return (isWanted ? 0 : 2) + (isNear ? 0 : 1);
    }
}
