using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with a link: where it leads (this file) and how it is written (<see cref="DestinationErrors"/>).</summary>
internal static class LinkErrors
{
    /// <summary>What to do about a link that articles and files do not answer, but the program may.</summary>
    public const string AskApplication = "If the application answers it, add it to 'routes' in content.json.";

    /// <summary>No file, URL or alias; <paramref name="advice"/> is for where there is no suggestion, and may be empty.</summary>
    public static Diagnostic NoArticle(string file, TextRange range, string destination, string? suggestion, string advice) =>
        DiagnosticCatalog.LinkTargetNotFound.At(file, range, $"Link target {Quoted.Text(destination)} does not exist.{Suggestion.HintOr(suggestion, advice)}");

    /// <summary>A file without a place in the site.</summary>
    public static Diagnostic NoCollection(string file, TextRange range, string destination) => DiagnosticCatalog.LinkTargetNotFound.At(
        file, range, $"Link target {Quoted.Text(destination)} exists, but belongs to no collection and has no URL. Add it to the 'files' of one.");

    /// <summary>No image or file; <paramref name="advice"/> likewise.</summary>
    public static Diagnostic NoAsset(string file, TextRange range, string destination, string? suggestion, string advice) =>
        DiagnosticCatalog.AssetNotFound.At(file, range, $"File {Quoted.Text(destination)} does not exist.{Suggestion.HintOr(suggestion, advice)}");

    /// <summary>No such id in another article; <paramref name="target"/> is the destination before the fragment.</summary>
    public static Diagnostic NoAnchorThere(string file, TextRange range, string target, string anchor, string? suggestion) =>
        DiagnosticCatalog.AnchorNotFoundInTarget.At(file, range, $"{Quoted.Text(target)} has no anchor {Quoted.Text(anchor)}.{Suggestion.Hint(suggestion)}");

    /// <summary>No such id in the same article.</summary>
    public static Diagnostic NoAnchorHere(string file, TextRange range, string anchor, string? suggestion) =>
        DiagnosticCatalog.AnchorNotFoundHere.At(file, range, $"There is no anchor {Quoted.Text(anchor)} in this article.{Suggestion.Hint(suggestion)}");

    /// <summary>Another spelling of what exists.</summary>
    public static Diagnostic Spelling(string file, TextRange range, string destination, string right, bool onlyByCase) => DiagnosticCatalog.PathSpelling.At(
        file, range, $"{Quoted.Text(destination)} differs from the file's name only by {(onlyByCase ? "case" : "Unicode form")}. Write {Quoted.Whole(right)}.");

    /// <summary>Too many <c>..</c>.</summary>
    public static Diagnostic LeavesRoot(string file, TextRange range, string destination, string root, string? suggestion) => DiagnosticCatalog.OutsideContentRoot.At(
        file,
        range,
        suggestion is null
            ? $"{Quoted.Text(destination)} leaves the content root. Link to a file inside {Quoted.Folder(root)}, or to the address at which it is published."
            : $"{Quoted.Text(destination)} leaves the content root.{Suggestion.Hint(suggestion)}");

    /// <summary>A link to something behind a symbolic link that leads out.</summary>
    public static Diagnostic BehindSymbolicLink(string file, TextRange range, string destination, string root) => DiagnosticCatalog.OutsideContentRoot.At(
        file, range, $"{Quoted.Text(destination)} leads out of the content root through a symbolic link. Link to a file inside {Quoted.Folder(root)}.");

    /// <summary>The symbolic link itself.</summary>
    public static Diagnostic SymbolicLink(string file, string root) => DiagnosticCatalog.OutsideContentRoot.At(
        file, TextRange.FileStart, $"This symbolic link leads out of the content root, so it is not read. Put what it leads to inside {Quoted.Folder(root)}.");

    /// <summary>A draft; <paramref name="here"/> is what links to it: an article or a page.</summary>
    public static Diagnostic ToDraft(string file, TextRange range, string destination, string here) =>
        DiagnosticCatalog.LinkToUnpublished.At(file, range, $"{Quoted.Text(destination)} is a draft, but this {here} is published. Publish it, or remove the link.");

    /// <summary>An article outside its dates; one of the two is set.</summary>
    public static Diagnostic ToUnpublished(string file, TextRange range, string destination, string here, DateOnly? publish, DateOnly? expiry) => DiagnosticCatalog.LinkToUnpublished.At(
        file, range, $"{Quoted.Text(destination)} is {Dates(publish, expiry)}, but this {here} is published. Change its dates, or remove the link.");

    /// <summary>A folder.</summary>
    public static Diagnostic Folder(string file, TextRange range, string destination, string? suggestion) => DiagnosticCatalog.LinkToFolder.At(
        file, range, $"{Quoted.Text(destination)} is a folder without an index article.{Suggestion.HintOr(suggestion, "Add 'index.md' to it, or link to an article.")}");

    /// <summary>The site's own root, which no article has for its URL.</summary>
    public static Diagnostic NoHome(string file, TextRange range, string destination) => DiagnosticCatalog.LinkToFolder.At(
        file, range, $"No article has the URL {Quoted.Text(destination)}. {AskApplication} Otherwise add 'index.md' to the content folder.");

    /// <summary>An absolute link to ourselves.</summary>
    public static Diagnostic OwnSite(string file, TextRange range, string right) =>
        DiagnosticCatalog.AbsoluteLinkToOwnSite.At(file, range, $"This link to our own site can be relative. Write {Quoted.Whole(right)}.");

    /// <summary>Another site at the same host.</summary>
    public static Diagnostic OutsideBase(string file, TextRange range, string destination, string basePath, string? suggestion) => DiagnosticCatalog.OutsideBasePath.At(
        file, range, $"{Quoted.Text(destination)} is outside the base path {Quoted.Text(basePath)}.{Suggestion.HintOr(suggestion, "Put that in front, or write the whole address.")}");

    private static string Dates(DateOnly? publish, DateOnly? expiry) => (publish, expiry) switch
    {
        ({ } from, { } until) => string.Create(CultureInfo.InvariantCulture, $"published only from {from:yyyy-MM-dd} until {until:yyyy-MM-dd}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"not published before {from:yyyy-MM-dd}"),
        (null, { } until) => string.Create(CultureInfo.InvariantCulture, $"not published since {until:yyyy-MM-dd}"),
        _ => "not published",
    };
}
