using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Packages;

/// <summary>What can be wrong with a package's README and changelog.</summary>
internal static class PackageErrors
{
    /// <summary>A relative link to nothing.</summary>
    public static Diagnostic NotInRepository(string file, TextRange range, string written, string? near) => DiagnosticCatalog.ReadmeLinkDead.At(
        file, range, $"{Quoted.Text(written)} does not exist in the repository.{Suggestion.Hint(near)}");

    /// <summary>A relative link out of the repository.</summary>
    public static Diagnostic OutsideRepository(string file, TextRange range, string written) => DiagnosticCatalog.ReadmeLinkDead.At(
        file, range, $"{Quoted.Text(written)} leads out of the repository, where readers of the package cannot follow. Link to something in it, or write a whole address.");

    /// <summary>A relative link of a package whose repository has no address.</summary>
    public static Diagnostic NoRepository(string file, TextRange range, string written) => DiagnosticCatalog.ReadmeLinkDead.At(
        file, range, $"The gallery does not follow relative links, and {Quoted.Text(written)} cannot be written out: the property 'RepositoryUrl' is not set. Set it, or write a whole address.");

    /// <summary>A link within the README of such a package.</summary>
    public static Diagnostic NoIds(string file, TextRange range, string written) => DiagnosticCatalog.ReadmeLinkDead.At(
        file, range, $"Headings have no ids on the gallery, and {Quoted.Text(written)} cannot be written out as an address of the repository: the property 'RepositoryUrl' is not set. Set it, or remove the link.")
        with { Severity = DiagnosticSeverity.Warning };

    /// <summary>A link that is neither http nor https.</summary>
    public static Diagnostic DroppedScheme(string file, TextRange range, string written) => DiagnosticCatalog.ReadmeLinkDead.At(
        file, range, $"The gallery keeps links to http and https only, so {Quoted.Text(written)} becomes text. Link to a page instead.")
        with { Severity = DiagnosticSeverity.Warning };

    /// <summary>An image from elsewhere.</summary>
    public static Diagnostic HiddenImage(string file, TextRange range, string host) => DiagnosticCatalog.ReadmeImageHidden.At(
        file, range, $"The gallery does not show images from {Quoted.Text(host)}. Put the image into the repository, or on a host that it trusts, such as raw.githubusercontent.com or img.shields.io.");

    /// <summary>An image whose address is not one of the web.</summary>
    public static Diagnostic HiddenScheme(string file, TextRange range, string written) => DiagnosticCatalog.ReadmeImageHidden.At(
        file, range, $"The gallery shows images of the web only, and not {Quoted.Text(written)}. Put the image into the repository.");

    /// <summary>A tag.</summary>
    public static Diagnostic RawHtml(string file, TextRange range, string tag) => DiagnosticCatalog.ReadmeHtmlDropped.At(
        file, range, $"The gallery does not render HTML: {Quoted.Text(tag)} is shown as text. Write it in Markdown.");

    /// <summary>A fragment that no heading has.</summary>
    public static Diagnostic NoAnchor(string file, TextRange range, string written, string? near) => DiagnosticCatalog.ReadmeAnchorNotFound.At(
        file, range, $"{Quoted.Text(written)} names no heading and no anchor.{Suggestion.Hint(near)}");

    /// <summary>A README that is larger than the gallery takes.</summary>
    public static Diagnostic TooLarge(string file, long bytes, long most) => DiagnosticCatalog.PackageTextUnfit.At(
        file, TextRange.FileStart, string.Create(CultureInfo.InvariantCulture, $"The README has {bytes} bytes, more than the {most} that the gallery takes. Shorten it, and link to the rest."));

    /// <summary>A README that says nothing.</summary>
    public static Diagnostic Empty(string file) => DiagnosticCatalog.PackageTextUnfit.At(file, TextRange.FileStart, "The README is empty. Say what the package is for, or unset 'PackageReadmeFile'.");

    /// <summary>A heading below one that is not there.</summary>
    public static Diagnostic HeadingJumps(string file, TextRange range, int from, int to) => DiagnosticCatalog.PackageTextUnfit.At(
        file, range, string.Create(CultureInfo.InvariantCulture, $"The heading jumps from level {from} to level {to}. Make it one of level {from + 1}."))
        with { Severity = DiagnosticSeverity.Warning };

    /// <summary>A second title.</summary>
    public static Diagnostic SecondTitle(string file, TextRange range, int line) => DiagnosticCatalog.PackageTextUnfit.At(
        file, range, string.Create(CultureInfo.InvariantCulture, $"This is another heading of level 1; the first is on line {line}. Make it one of level 2."))
        with { Severity = DiagnosticSeverity.Warning };

    /// <summary>A text that a property names and that is not there.</summary>
    public static Diagnostic Missing(string file, string property) => DiagnosticCatalog.PackageTextUnfit.At(
        file, TextRange.FileStart, $"There is no file {Quoted.Text(file)}. Create it, or correct the property '{property}'.");

    /// <summary>A changelog without the version.</summary>
    public static Diagnostic NoSection(string file, TextRange range, string version, string? topmost) => DiagnosticCatalog.PackageTextUnfit.At(
        file, range, $"There is no section for version {Quoted.Text(version)}{(topmost is null ? "" : $"; the topmost is {Quoted.Text(topmost)}")}. Add a heading '## {MessageText.OneLine(version)}' with what has changed.");

    /// <summary>A section with nothing in it.</summary>
    public static Diagnostic EmptySection(string file, TextRange range, string version) => DiagnosticCatalog.PackageTextUnfit.At(
        file, range, $"The section of version {Quoted.Text(version)} is empty. Say what has changed.");

    /// <summary>A section that is longer than the gallery takes.</summary>
    public static Diagnostic LongSection(string file, TextRange range, int length, int most) => DiagnosticCatalog.PackageTextUnfit.At(
        file, range, string.Create(CultureInfo.InvariantCulture, $"The section has {length} characters, more than the {most} that release notes may have. Shorten it."));
}
