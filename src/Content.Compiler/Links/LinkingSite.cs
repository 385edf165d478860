using System.Collections.Concurrent;
using System.Collections.Immutable;
using Content.Compiler.Application;
using Content.Compiler.Apis;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Inclusions;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Sources.Images;

namespace Content.Compiler.Links;

/// <summary>What the links of all articles are held against. Safe to use from several threads at once.</summary>
internal sealed class LinkingSite
{
    private readonly AnchorSet?[] anchors;
    private readonly ConcurrentDictionary<string, LinkedImage> images;

    public LinkingSite(RoutedSite site, FileMap files, ImmutableArray<ApplicationPage> pages, bool checkLinks)
    {
        Configuration = site.Configuration;
        Files = files;
        ReportsProblems = checkLinks;
        ReportsOwnSite = checkLinks && !Configuration.IsOff(DiagnosticCatalog.AbsoluteLinkToOwnSite);
        Origin = new SiteOrigin(Configuration);
        PageOrigin = new SiteOrigin(Configuration with { LinkMappings = [new LinkMapping("~/", "/"), .. Configuration.LinkMappings.Where(mapping => mapping.Prefix != "~/")] });
        ComponentOrigin = new SiteOrigin(Configuration with { LinkMappings = [new LinkMapping("~/", "/"), new LinkMapping("", "/")] });
        Addresses = new SiteAddresses(site);
        Routes = new ApplicationRoutes(Configuration.Routes, pages, () => Addresses.UrlKeys);
        Resolver = new LinkResolver(Addresses, files, Routes, Configuration);
        Suggestions = new LinkSuggestions(Addresses, files);
        anchors = new AnchorSet?[site.Entries.Length];
        images = new(StringComparer.Ordinal);
    }

    /// <summary>The same addresses and the same files, over articles as they are now.</summary>
    private LinkingSite(LinkingSite before, RoutedSite site, FileMap files)
    {
        Configuration = site.Configuration;
        Files = files;
        (ReportsProblems, ReportsOwnSite) = (before.ReportsProblems, before.ReportsOwnSite);
        (Origin, PageOrigin, ComponentOrigin) = (before.Origin, before.PageOrigin, before.ComponentOrigin);
        Addresses = before.Addresses.With(site.Entries);
        Routes = before.Routes;
        Resolver = before.Resolver.With(Addresses, files);
        Suggestions = before.Suggestions;
        (anchors, images) = (before.anchors, before.images);
    }

    public ContentConfiguration Configuration { get; }

    /// <summary>The APIs that articles may name; null where they are not known.</summary>
    public ApiIndex? Apis { get; init; }

    public FileMap Files { get; }

    /// <summary>Whether anything is reported; otherwise links only get their URLs.</summary>
    public bool ReportsProblems { get; }

    /// <summary>Whether CONTENT2017 is on.</summary>
    public bool ReportsOwnSite { get; }

    public SiteOrigin Origin { get; }

    /// <summary>Likewise for the program's own pages, where <c>~/</c> is the root.</summary>
    public SiteOrigin PageOrigin { get; }

    /// <summary>For what is relative in a component: it counts from the root as well.</summary>
    public SiteOrigin ComponentOrigin { get; }

    public SiteAddresses Addresses { get; }

    /// <summary>What the program answers.</summary>
    public ApplicationRoutes Routes { get; }

    public LinkResolver Resolver { get; }

    public LinkSuggestions Suggestions { get; }

    /// <summary>The same addresses and the same files, over articles as they are now.</summary>
    /// <param name="site">The entries, each with the address that it had.</param>
    /// <param name="files">The files, with the names that they had, and images as they were.</param>
    /// <param name="apis">As with <see cref="Apis"/>.</param>
    public LinkingSite With(RoutedSite site, FileMap files, ApiIndex? apis) => new(this, site, files) { Apis = apis };

    /// <summary>
    /// The file that a link of <paramref name="article"/> is written in, below the content root: links in what an article takes in count from their own file.
    /// </summary>
    public string PathOf(Article article, Link link) =>
        link.Range.File is { } file ? InclusionPath.Relative(Files.Root == "." ? "" : Files.Root, file) : article.Path;

    /// <summary>What a page is to say of an image that it shows; nothing where the configuration does not ask for it, or the file is not an image.</summary>
    public LinkedImage DescribeImage(SourceFile file)
    {
        if (Configuration.Images == ImageAttributes.None)
            return default;
        return images.GetOrAdd(file.File, _ =>
        {
            var size = ImageReader.Read(Files.GetFullPath(file)).Size;
            return size is { Width: > 0, Height: > 0 } ? new LinkedImage(size.Width, size.Height, Configuration.Images == ImageAttributes.Lazy) : default;
        });
    }

    /// <summary>The anchors of an entry, or null where it cannot be looked into: a data entry, a file that could not be read.</summary>
    public AnchorSet? AnchorsOf(int entry)
    {
        if (Addresses.Entries[entry].Article.Content is not { } content)
            return null;
        // Reason: two threads may both make one; they are equal, so it does not matter whose stays. Nor does it where sites before and after this share them.
        return anchors[entry] is { } known && known.IsOf(content) ? known : anchors[entry] = new AnchorSet(content);
    }
}
