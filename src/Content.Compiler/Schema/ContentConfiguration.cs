using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Severities;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Schema;

/// <summary>A whole content.json, checked; or the built-in defaults, which are one more configuration.</summary>
public sealed record ContentConfiguration
{
    /// <summary>The content folder, relative to the project folder, with <c>/</c> and without one at the end.</summary>
    public required string Root { get; init; }

    /// <summary>Where the configuration names <see cref="Root"/>; null where it does not, or the project does.</summary>
    public TextRange? RootRange { get; init; }

    /// <summary>The address the site is published at, or null.</summary>
    public Uri? Site { get; init; }

    /// <summary>The path of <see cref="Site"/> without a slash at its end: empty, or such as <c>/docs</c>.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Where assets are served, below <see cref="BasePath"/>: empty, or such as <c>/_content/Texts</c>. Said by the project, and not by content.json.</summary>
    public string AssetBase { get; init; } = "";

    /// <summary>Folders whose files answer root-relative links, relative to the project folder. Need not exist.</summary>
    public ImmutableArray<StaticFolder> StaticFolders { get; init; } = [];

    /// <summary>How files become slugs.</summary>
    public SlugRules Slugs { get; init; } = SlugRules.Default;

    /// <summary>What articles are written in besides Markdown: names of dialects, in the order in which they are read.</summary>
    public ImmutableArray<string> Dialects { get; init; } = [];

    /// <summary>What short codes stand for, by name: HTML with <c>{0}</c>, <c>{name}</c> and <c>{inner}</c>.</summary>
    public ImmutableSortedDictionary<string, string> ShortCodes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether <c>.mdx</c> files are articles.</summary>
    public bool ReadsMdx { get; init; }

    /// <summary>Which keys of front matter say where an article is found.</summary>
    public AddressRules Addresses { get; init; } = AddressRules.Default;

    /// <summary>The keys of front matter that mean something in every collection.</summary>
    internal ImmutableArray<string> KnownKeys => Dialects.IsEmpty ? SpecialKeys.Known : [.. SpecialKeys.Known, .. Addresses.Keys];

    /// <summary>Whether a link that is no file's path may be an address, relative to the article's own as browsers count.</summary>
    public bool LinksMayBeAddresses { get; init; }

    /// <summary>Names of files that say how pages hang together: they are no entries, and their links are checked.</summary>
    public ImmutableArray<string> NavigationFiles { get; init; } = [];

    /// <summary>Whether the file at this path below the content root is one of <see cref="NavigationFiles"/>.</summary>
    internal bool IsNavigation(string path) =>
        NavigationFiles.Length > 0 && NavigationFiles.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a page that is missing in the folder of a language is the one of the site's own language.</summary>
    public bool LinksMayLeaveLanguage { get; init; }

    /// <summary>Whether <c>a/b.md</c> counts from the content root where it leads nowhere from its own folder.</summary>
    public bool LinksMayCountFromRoot { get; init; }

    /// <summary>Whether white space may stand before front matter.</summary>
    public bool FrontMatterMayFollowSpace { get; init; }

    /// <summary>Whether a link that leads nowhere may name a page or file that lies elsewhere.</summary>
    public bool LinksMayBeNames { get; init; }

    /// <summary>Whether an HTML file that belongs to no collection is a file of the site as others are.</summary>
    public bool HtmlMayBeAsset { get; init; }

    /// <summary>Whether what begins with <c>/</c> counts from the base path, which then stands in no link.</summary>
    public bool LinksCountFromBase { get; init; }

    /// <summary>Whether the terms of definition lists get ids, as headings do.</summary>
    public bool GivesDefinitionIds { get; init; }

    /// <summary>How heading ids are made.</summary>
    public AnchorStyle Anchors { get; init; }

    /// <summary>What articles may have of HTML.</summary>
    public HtmlPolicy Html { get; init; } = HtmlPolicy.AllowAll;

    /// <summary>What a screen reader calls the link that a heading gets to itself, <c>{text}</c> standing for the heading; null where it gets none.</summary>
    public string? HeadingLinkLabel { get; init; }

    /// <summary>What images of a body get besides their address.</summary>
    public ImageAttributes Images { get; init; }

    /// <summary>Whether entries know when their files were last changed in the history of the repository.</summary>
    public bool ReadsHistory { get; init; }

    /// <summary>When files were last changed. Said by the host, where <see cref="ReadsHistory"/> asks for it.</summary>
    public FileHistory History { get; init; } = FileHistory.None;

    /// <summary>Every enum, the fields' own ones included.</summary>
    public ImmutableArray<EnumDefinition> Enums { get; init; } = [];

    /// <summary>The collections in the order of the file.</summary>
    public ImmutableArray<CollectionDefinition> Collections { get; init; } = [];

    /// <summary>Destinations that are not checked, matched as written.</summary>
    public ImmutableArray<IgnoredLink> IgnoredLinks { get; init; } = [];

    /// <summary>Addresses that the program answers besides its pages, articles and files; each begins with a slash, and counts from the base path.</summary>
    public ImmutableArray<GlobPattern> Routes { get; init; } = [];

    /// <summary>Beginnings of destinations that stand for a place of the site, the longest first; of two that fit, the first counts.</summary>
    public ImmutableArray<LinkMapping> LinkMappings { get; init; } = [];

    /// <summary>Whether a link to an article may leave out the extension of its file.</summary>
    public bool LinksMayOmitExtensions { get; init; }

    /// <summary>Whether links are looked up as pages: beside the article, then from the content root, whatever their case.</summary>
    public bool LinksMayBeLookedUp { get; init; }

    /// <summary>Folders that code may be taken from, relative to the project folder. Need not exist.</summary>
    public ImmutableArray<string> SnippetFolders { get; init; } = [];

    /// <summary>Whether the name of a region counts without case, and also without the <c>snippet</c> before it.</summary>
    public bool RegionsAreLoose { get; init; }

    /// <summary>Whether code blocks are coloured.</summary>
    public bool Highlights { get; init; }

    /// <summary>Whether every C# block is a sample to compile, and not only those that say so.</summary>
    public bool CompilesAllSamples { get; init; }

    /// <summary>Whether code spans are held against the APIs of the project, and not only links.</summary>
    public bool ChecksApiInCode { get; init; }

    /// <summary>Whether the configuration says anything of APIs, so that every link to one is checked, whosever it is.</summary>
    public bool SpeaksOfApi { get; init; }

    /// <summary>Whether a link to an API shows readers its name, also where nothing is said of APIs.</summary>
    public bool ShowsApiNames { get; init; }

    /// <summary>Where APIs are documented, with <c>{uid}</c> for the name; null where nowhere.</summary>
    public string? ApiUrl { get; init; }

    /// <summary>Where the API of this name is documented; null where nowhere.</summary>
    internal string? UrlOfApi(string name) =>
        ApiUrl?.Replace("{uid}", Uri.EscapeDataString(name.Split('(')[0].TrimEnd('*').Replace('`', '-').Replace('#', '-')), StringComparison.Ordinal);

    /// <summary>What the house wants of its articles besides.</summary>
    public ContentRules Rules { get; init; } = ContentRules.None;

    /// <summary>Severities by code, over the defaults.</summary>
    public IReadOnlyDictionary<string, DiagnosticSeverity> Severities { get; init; } = DefaultSeverities;

    /// <summary>Severities by folder, which count more than those of <see cref="Severities"/>. Said by files beside the articles, and not by content.json.</summary>
    public FolderSeverities FolderSeverities { get; init; } = FolderSeverities.None;

    /// <summary>No code has a severity other than its own.</summary>
    internal static IReadOnlyDictionary<string, DiagnosticSeverity> DefaultSeverities { get; } =
        new Dictionary<string, DiagnosticSeverity>(StringComparer.Ordinal);

    /// <summary>The configuration file relative to the project folder, or null where the defaults are built in.</summary>
    public string? File { get; init; }

    /// <summary>
    /// What <paramref name="code"/> is reported as in <paramref name="file"/>, given its own severity: what a section for the file says of the code, else what content.json
    /// does, else what a section says of all codes. Only sections lower an error, and what is off is raised by its code alone.
    /// </summary>
    public DiagnosticSeverity SeverityOf(string code, DiagnosticSeverity own, string file)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(file);
        if (DiagnosticCatalog.IsUnalterable(code))
            return own;
        if (FolderSeverities.Find(file, code, own) is { } ofCode)
            return ofCode;
        if (own != DiagnosticSeverity.Error && Severities.Count > 0 && Severities.TryGetValue(code, out var set))
            return set;
        return own == DiagnosticSeverity.None ? own : FolderSeverities.FindCategory(file, own) ?? own;
    }

    /// <summary>Whether the code is reported in no file.</summary>
    internal bool IsOff(DiagnosticDescriptor descriptor) =>
        SeverityOf(descriptor.Code, descriptor.DefaultSeverity, "") == DiagnosticSeverity.None && !FolderSeverities.MayReport(descriptor.Code);
}

/// <summary>A pattern of destinations that are not checked.</summary>
/// <param name="Pattern">Matched as written.</param>
/// <param name="Range">Where the configuration has it.</param>
public sealed record IgnoredLink(GlobPattern Pattern, TextRange Range)
{
    /// <summary>Whether the pattern takes out a destination.</summary>
    public bool IsMatch(string destination) => Pattern.IsMatch(destination);
}

/// <summary>A beginning of destinations that stands for a place of the site, such as <c>@site/static/</c> for <c>/</c>.</summary>
/// <param name="Prefix">As it is written in articles.</param>
/// <param name="Target">What takes its place: a path from the site's root.</param>
public sealed record LinkMapping(string Prefix, string Target);

/// <summary>How heading ids are made.</summary>
public enum AnchorStyle
{
    /// <summary>GitHub's algorithm.</summary>
    GitHub,

    /// <summary>Markdig's own auto identifiers.</summary>
    Markdig,

    /// <summary>Zola's: whatever is no letter or digit is one hyphen.</summary>
    Zola,

    /// <summary>Likewise, and since tools that make ids of words differ in details, a fragment that has the letters of a heading leads to it.</summary>
    Words,

    /// <summary>docfx's: as GitHub's, and a heading of signs alone is a <c>section</c>.</summary>
    Docfx,
}

/// <summary>What images of a body get besides their address, where the author has not written it.</summary>
public enum ImageAttributes
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>width</c> and <c>height</c>, so that the page does not move when the image arrives.</summary>
    Size,

    /// <summary>Likewise, and <c>loading="lazy"</c>.</summary>
    Lazy,
}
