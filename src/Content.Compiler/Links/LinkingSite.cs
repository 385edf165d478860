using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Inclusions;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>What the links of all articles are held against. Safe to use from several threads at once.</summary>
internal sealed class LinkingSite
{
    private readonly AnchorSet?[] anchors;

    public LinkingSite(RoutedSite site, FileMap files, bool checkLinks)
    {
        Configuration = site.Configuration;
        Files = files;
        ReportsProblems = checkLinks;
        ReportsOwnSite = checkLinks && !Configuration.IsOff(DiagnosticCatalog.AbsoluteLinkToOwnSite);
        Origin = new SiteOrigin(Configuration);
        Addresses = new SiteAddresses(site);
        Resolver = new LinkResolver(Addresses, files, Configuration);
        Suggestions = new LinkSuggestions(Addresses, files);
        anchors = new AnchorSet?[site.Entries.Length];
    }

    public ContentConfiguration Configuration { get; }

    public FileMap Files { get; }

    /// <summary>Whether anything is reported; otherwise links only get their URLs.</summary>
    public bool ReportsProblems { get; }

    /// <summary>Whether CONTENT2017 is on.</summary>
    public bool ReportsOwnSite { get; }

    public SiteOrigin Origin { get; }

    public SiteAddresses Addresses { get; }

    public LinkResolver Resolver { get; }

    public LinkSuggestions Suggestions { get; }

    /// <summary>
    /// The file that a link of <paramref name="article"/> is written in, below the content root: links in what an article takes in count from their own file.
    /// </summary>
    public string PathOf(Article article, Link link) =>
        link.Range.File is { } file ? InclusionPath.Relative(Files.Root == "." ? "" : Files.Root, file) : article.Path;

    /// <summary>The anchors of an entry, or null where it cannot be looked into: a data entry, a file that could not be read.</summary>
    public AnchorSet? AnchorsOf(int entry)
    {
        // Reason: two threads may both make one; they are equal, so it does not matter whose stays.
        if (anchors[entry] is { } known)
            return known;
        return Addresses.Entries[entry].Article.Content is { } content ? anchors[entry] = new AnchorSet(content) : null;
    }
}
