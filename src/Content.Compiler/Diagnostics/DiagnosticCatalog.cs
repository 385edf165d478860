using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Content.Compiler.Diagnostics;

/// <summary>Every code there is, as a member. A code is for ever: it never changes meaning and is never used again.</summary>
public static class DiagnosticCatalog
{
    // Above the descriptors, because static members are initialised in the order of the text.
    private static readonly ImmutableArray<DiagnosticDescriptor>.Builder declared = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();

    // The project and content.json.
    internal static readonly DiagnosticDescriptor ToolsTooOld = Error("CONTENT0001", "SDK, MSBuild or target framework too old");
    internal static readonly DiagnosticDescriptor ConfigurationSyntax = Error("CONTENT0002", "content.json is not valid JSON");
    internal static readonly DiagnosticDescriptor ConfigurationInvalid = Error("CONTENT0003", "content.json: unknown key, type, enum, selector, pattern or token");
    internal static readonly DiagnosticDescriptor CollectionEmpty = Warning("CONTENT0004", "A collection matches no file");
    internal static readonly DiagnosticDescriptor ContentRootMissing = Warning("CONTENT0005", "The content folder does not exist");
    internal static readonly DiagnosticDescriptor CollectionMembership = Warning("CONTENT0006", "An article under root belongs to no collection, or to two");

    // Metadata and files.
    internal static readonly DiagnosticDescriptor FieldMissing = Error("CONTENT1001", "Required field missing");
    internal static readonly DiagnosticDescriptor FieldWrongType = Error("CONTENT1002", "Value of the wrong type");
    internal static readonly DiagnosticDescriptor FieldUnknown = Warning("CONTENT1003", "Unknown field");
    internal static readonly DiagnosticDescriptor ConstraintNotMet = Error("CONTENT1004", "Constraint not met (min, max, length, pattern)");
    internal static readonly DiagnosticDescriptor EnumMemberUnknown = Error("CONTENT1005", "Not a member of the enum");
    internal static readonly DiagnosticDescriptor ReferenceNotFound = Error("CONTENT1006", "Reference to an entry that does not exist");
    internal static readonly DiagnosticDescriptor DuplicateKey = Error("CONTENT1007", "Key given twice");
    internal static readonly DiagnosticDescriptor FrontMatterSyntax = Error("CONTENT1008", "Front matter syntax");
    internal static readonly DiagnosticDescriptor FrontMatterUnclosed = Error("CONTENT1009", "Front matter opened and never closed");
    internal static readonly DiagnosticDescriptor ValueNotUnique = Error("CONTENT1010", "Value not unique where unique");
    internal static readonly DiagnosticDescriptor FileUnreadable = Error("CONTENT1011", "File is not UTF-8, or cannot be read");
    internal static readonly DiagnosticDescriptor ReferencedFileInvalid = Error("CONTENT1012", "Image file field: not an image, or missing");
    internal static readonly DiagnosticDescriptor FrontMatterMisplaced = Error("CONTENT1014", "Front matter that does not begin at the first character");
    internal static readonly DiagnosticDescriptor FieldRuleNotMet = Error("CONTENT1015", "A rule of content.json over fields is not met");

    // Links.
    internal static readonly DiagnosticDescriptor LinkTargetNotFound = Error("CONTENT2001", "Link to an article or page that does not exist");
    internal static readonly DiagnosticDescriptor AssetNotFound = Error("CONTENT2002", "Link to an asset (image, file) that does not exist");
    internal static readonly DiagnosticDescriptor AnchorNotFoundInTarget = Error("CONTENT2003", "No such anchor in the target article");
    internal static readonly DiagnosticDescriptor AnchorNotFoundHere = Error("CONTENT2004", "No such anchor in this article");
    internal static readonly DiagnosticDescriptor PathSpelling = Error("CONTENT2005", "Path differs from the file's name only by case or Unicode form");
    internal static readonly DiagnosticDescriptor OutsideContentRoot = Error("CONTENT2006", "Link leaves the content root (or a symlink does)");
    internal static readonly DiagnosticDescriptor LinkToUnpublished = Error("CONTENT2007", "Published article links to one that is not published");
    internal static readonly DiagnosticDescriptor LinkToFolder = Error("CONTENT2008", "Link to a folder without an index article");
    internal static readonly DiagnosticDescriptor DestinationMalformed = Warning("CONTENT2009", "Malformed destination: backslash, bad percent escape, raw space, unparsable URL");
    internal static readonly DiagnosticDescriptor DestinationEmpty = Warning("CONTENT2010", "Empty destination");
    internal static readonly DiagnosticDescriptor ReferenceUndefined = Warning("CONTENT2011", "Reference [x][y] or [x][] without a definition");
    internal static readonly DiagnosticDescriptor FootnoteUndefined = Warning("CONTENT2012", "Footnote [^x] without a definition");
    internal static readonly DiagnosticDescriptor DefinitionUnused = Off("CONTENT2013", "Link definition or footnote never used");
    internal static readonly DiagnosticDescriptor DuplicateDefinition = Warning("CONTENT2014", "Link definition given twice");
    internal static readonly DiagnosticDescriptor UnsafeScheme = Warning("CONTENT2015", "Unsafe scheme: javascript:, vbscript:, file:, data: other than images");
    internal static readonly DiagnosticDescriptor LinkToThisMachine = Warning("CONTENT2016", "Link to this machine: localhost or a loopback address");
    internal static readonly DiagnosticDescriptor AbsoluteLinkToOwnSite = Off("CONTENT2017", "Absolute link to our own site");
    internal static readonly DiagnosticDescriptor AddressImplausible = Warning("CONTENT2018", "mailto: without a plausible address");
    internal static readonly DiagnosticDescriptor OutsideBasePath = Warning("CONTENT2019", "Root-relative link outside the base path");
    internal static readonly DiagnosticDescriptor SuppressionUnused = Warning("CONTENT2020", "Suppression that suppresses nothing");
    internal static readonly DiagnosticDescriptor TemplateExpression = Warning("CONTENT2021", "Template expression that nothing fills in");
    internal static readonly DiagnosticDescriptor BaselineOutdated = Warning("CONTENT2022", "A fault in the baseline that is no longer there");

    // Links to other sites, which only the target CheckExternalLinks asks.
    internal static readonly DiagnosticDescriptor ExternalLinkDead = Warning("CONTENT2101", "External link is dead (CheckExternalLinks)");
    internal static readonly DiagnosticDescriptor ExternalLinkMoved = Off("CONTENT2102", "External link has moved for good");
    internal static readonly DiagnosticDescriptor ExternalLinkUnverified = Off("CONTENT2103", "External link could not be verified (401, 403, 429, time-out)");

    // What nothing leads to.
    internal static readonly DiagnosticDescriptor ArticleUnreached = Off("CONTENT2201", "An article that nothing leads to");
    internal static readonly DiagnosticDescriptor FileUnused = Off("CONTENT2202", "A file that nothing uses");

    // Markup.
    internal static readonly DiagnosticDescriptor DuplicateId = Warning("CONTENT3001", "Id given twice in one article");
    internal static readonly DiagnosticDescriptor ImageWithoutAltText = Off("CONTENT3002", "Image without alt text");
    internal static readonly DiagnosticDescriptor UnknownElementWithLink = Off("CONTENT3003", "Non-standard HTML element that carries a link");
    internal static readonly DiagnosticDescriptor MarkupRepaired = Warning("CONTENT3004", "HTML that the parser had to repair so that structure changed");
    internal static readonly DiagnosticDescriptor RawHtmlForbidden = Error("CONTENT3005", "Raw HTML where html is forbid");
    internal static readonly DiagnosticDescriptor MarkupTakenOut = Warning("CONTENT3006", "Raw HTML that html: sanitize takes out");
    internal static readonly DiagnosticDescriptor ElementRuleNotMet = Error("CONTENT3007", "A rule of content.json over elements is not met");

    // Addresses and symbols.
    internal static readonly DiagnosticDescriptor AddressNotUnique = Error("CONTENT4001", "Two entries with one URL, or one slug in a collection");
    internal static readonly DiagnosticDescriptor SymbolNotUnique = Error("CONTENT4002", "Two entries whose names make one C# symbol");
    internal static readonly DiagnosticDescriptor AliasNotUnique = Error("CONTENT4003", "Alias that is another entry's URL or alias");
    internal static readonly DiagnosticDescriptor AddressLost = Error("CONTENT4004", "Published address that no entry and no alias has any more");

    // Code in articles, and what they take in.
    internal static readonly DiagnosticDescriptor IncludedFileNotFound = Error("CONTENT5001", "Code or article to take in that does not exist, or lies outside the allowed folders");
    internal static readonly DiagnosticDescriptor IncludedPartNotFound = Error("CONTENT5002", "Code to take in: no such region, lines or member");
    internal static readonly DiagnosticDescriptor InclusionCircular = Error("CONTENT5003", "An article that takes itself in");
    internal static readonly DiagnosticDescriptor CodeNotHighlighted = Off("CONTENT5004", "Code block of a language that cannot be highlighted");
    internal static readonly DiagnosticDescriptor CodeOptionUnknown = Warning("CONTENT5005", "Option of a code block that is unknown");
    internal static readonly DiagnosticDescriptor ApiNotFound = Error("CONTENT5006", "Reference to an API that no assembly of the project has");

    // A package's README and changelog, which only packing reads.
    internal static readonly DiagnosticDescriptor ReadmeLinkDead = Error("CONTENT6001", "A link of a package's README that leads nowhere on the gallery");
    internal static readonly DiagnosticDescriptor ReadmeImageHidden = Warning("CONTENT6002", "An image of a package's README that the gallery does not show");
    internal static readonly DiagnosticDescriptor ReadmeHtmlDropped = Warning("CONTENT6003", "Raw HTML in a package's README, which the gallery does not render");
    internal static readonly DiagnosticDescriptor ReadmeAnchorNotFound = Error("CONTENT6004", "No such anchor in a package's README, or in a file that it links to");
    internal static readonly DiagnosticDescriptor PackageTextUnfit = Error("CONTENT6005", "A README or changelog that does not fit its package");

    // What is not the fault of any article.
    internal static readonly DiagnosticDescriptor InternalError = Error("CONTENT9001", "A defect of ours");
    internal static readonly DiagnosticDescriptor OutputUnwritable = Error("CONTENT9002", "An output cannot be written");

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> byCode =
        declared.ToFrozenDictionary(descriptor => descriptor.Code, StringComparer.Ordinal);

    /// <summary>All descriptors, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = declared.DrainToImmutable();

    /// <summary>The descriptor of a code that a user wrote, or null where there is no such code. The compiler itself uses the members.</summary>
    public static DiagnosticDescriptor? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Whether only the target CheckExternalLinks reports the code.</summary>
    internal static bool IsOfExternalLinks(string code) => code.StartsWith("CONTENT21", StringComparison.Ordinal);

    /// <summary>Whether the code tells of the build itself, and not of what anybody wrote: no setting changes its severity.</summary>
    internal static bool IsUnalterable(string code) => code.StartsWith("CONTENT9", StringComparison.Ordinal);

    /// <summary>Whether only packing reports the code.</summary>
    internal static bool IsOfPackages(string code) => code.StartsWith("CONTENT6", StringComparison.Ordinal);

    /// <summary>Whether the code is about how a text is marked up.</summary>
    internal static bool IsOfMarkup(string code) => code.StartsWith("CONTENT30", StringComparison.Ordinal);

    /// <summary>Whether a code says what Markdown or HTML makes of signs that another language has as well.</summary>
    internal static bool IsOfLanguage(string code) =>
        code == DestinationMalformed.Code || code == DestinationEmpty.Code || code == ReferenceUndefined.Code || code == FootnoteUndefined.Code
        || code == DuplicateId.Code || code == MarkupRepaired.Code;

    private static DiagnosticDescriptor Error(string code, string title) => Declare(code, DiagnosticSeverity.Error, title);

    private static DiagnosticDescriptor Warning(string code, string title) => Declare(code, DiagnosticSeverity.Warning, title);

    private static DiagnosticDescriptor Off(string code, string title) => Declare(code, DiagnosticSeverity.None, title);

    private static DiagnosticDescriptor Declare(string code, DiagnosticSeverity severity, string title)
    {
        var descriptor = new DiagnosticDescriptor(code, severity, title);
        declared.Add(descriptor);
        return descriptor;
    }
}
