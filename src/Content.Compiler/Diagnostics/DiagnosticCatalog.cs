using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Content.Compiler.Diagnostics;

/// <summary>Every code there is. A code is for ever: it never changes meaning and is never used again.</summary>
public static class DiagnosticCatalog
{
    /// <summary>All descriptors, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        new("CONTENT0001", DiagnosticSeverity.Error, "SDK, MSBuild or target framework too old"),
        new("CONTENT0002", DiagnosticSeverity.Error, "content.json is not valid JSON"),
        new("CONTENT0003", DiagnosticSeverity.Error, "content.json: unknown key, type, enum, selector, pattern or token"),
        new("CONTENT0004", DiagnosticSeverity.Warning, "A collection matches no file"),
        new("CONTENT0005", DiagnosticSeverity.Warning, "The content folder does not exist"),
        new("CONTENT0006", DiagnosticSeverity.Warning, "An article under root belongs to no collection, or to two"),
        new("CONTENT1001", DiagnosticSeverity.Error, "Required field missing"),
        new("CONTENT1002", DiagnosticSeverity.Error, "Value of the wrong type"),
        new("CONTENT1003", DiagnosticSeverity.Warning, "Unknown field"),
        new("CONTENT1004", DiagnosticSeverity.Error, "Constraint not met (min, max, length, pattern)"),
        new("CONTENT1005", DiagnosticSeverity.Error, "Not a member of the enum"),
        new("CONTENT1006", DiagnosticSeverity.Error, "Reference to an entry that does not exist"),
        new("CONTENT1007", DiagnosticSeverity.Error, "Key given twice"),
        new("CONTENT1008", DiagnosticSeverity.Error, "Front matter syntax"),
        new("CONTENT1009", DiagnosticSeverity.Error, "Front matter opened and never closed"),
        new("CONTENT1010", DiagnosticSeverity.Error, "Value not unique where unique"),
        new("CONTENT1011", DiagnosticSeverity.Error, "File is not UTF-8, or cannot be read"),
        new("CONTENT1012", DiagnosticSeverity.Error, "Image file field: not an image, or missing"),
        new("CONTENT2001", DiagnosticSeverity.Error, "Link to an article or page that does not exist"),
        new("CONTENT2002", DiagnosticSeverity.Error, "Link to an asset (image, file) that does not exist"),
        new("CONTENT2003", DiagnosticSeverity.Error, "No such anchor in the target article"),
        new("CONTENT2004", DiagnosticSeverity.Error, "No such anchor in this article"),
        new("CONTENT2005", DiagnosticSeverity.Error, "Path differs from the file's name only by case or Unicode form"),
        new("CONTENT2006", DiagnosticSeverity.Error, "Link leaves the content root (or a symlink does)"),
        new("CONTENT2007", DiagnosticSeverity.Error, "Published article links to one that is not published"),
        new("CONTENT2008", DiagnosticSeverity.Error, "Link to a folder without an index article"),
        new("CONTENT2009", DiagnosticSeverity.Warning, "Malformed destination: backslash, bad percent escape, raw space, unparsable URL"),
        new("CONTENT2010", DiagnosticSeverity.Warning, "Empty destination"),
        new("CONTENT2011", DiagnosticSeverity.Warning, "Reference [x][y] or [x][] without a definition"),
        new("CONTENT2012", DiagnosticSeverity.Warning, "Footnote [^x] without a definition"),
        new("CONTENT2013", DiagnosticSeverity.None, "Link definition or footnote never used"),
        new("CONTENT2014", DiagnosticSeverity.Warning, "Link definition given twice"),
        new("CONTENT2015", DiagnosticSeverity.Warning, "Unsafe scheme: javascript:, vbscript:, file:, data: other than images"),
        new("CONTENT2016", DiagnosticSeverity.Warning, "Link to this machine: localhost or a loopback address"),
        new("CONTENT2017", DiagnosticSeverity.None, "Absolute link to our own site"),
        new("CONTENT2018", DiagnosticSeverity.Warning, "mailto: without a plausible address"),
        new("CONTENT2019", DiagnosticSeverity.Warning, "Root-relative link outside the base path"),
        new("CONTENT2020", DiagnosticSeverity.Warning, "Suppression that suppresses nothing"),
        new("CONTENT2101", DiagnosticSeverity.Warning, "External link is dead (CheckExternalLinks)"),
        new("CONTENT2102", DiagnosticSeverity.None, "External link has moved for good"),
        new("CONTENT2103", DiagnosticSeverity.None, "External link could not be verified (401, 403, 429, time-out)"),
        new("CONTENT3001", DiagnosticSeverity.Warning, "Id given twice in one article"),
        new("CONTENT3002", DiagnosticSeverity.None, "Image without alt text"),
        new("CONTENT3003", DiagnosticSeverity.None, "Non-standard HTML element that carries a link"),
        new("CONTENT3004", DiagnosticSeverity.Warning, "HTML that the parser had to repair so that structure changed"),
        new("CONTENT4001", DiagnosticSeverity.Error, "Two entries with one URL, or one slug in a collection"),
        new("CONTENT4002", DiagnosticSeverity.Error, "Two entries whose names make one C# symbol"),
        new("CONTENT4003", DiagnosticSeverity.Error, "Alias that is another entry's URL or alias"),
        new("CONTENT9001", DiagnosticSeverity.Error, "A defect of ours"),
        new("CONTENT9002", DiagnosticSeverity.Error, "An output cannot be written"),
    ];

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> byCode =
        All.ToFrozenDictionary(descriptor => descriptor.Code, StringComparer.Ordinal);

    /// <summary>The descriptor of <paramref name="code"/>, or null where there is no such code.</summary>
    public static DiagnosticDescriptor? Find(string code) => byCode.GetValueOrDefault(code);
}
