using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with a destination as it is written, wherever it leads.</summary>
internal static class DestinationErrors
{
    /// <summary>A Windows path.</summary>
    public static Diagnostic Backslash(string file, TextRange range, string destination, string right) =>
        DiagnosticCatalog.DestinationMalformed.At(file, range, $"{Quoted.Text(destination)} has a backslash. Write {Quoted.Whole(right)}.");

    /// <summary>A percent sign that begins no escape.</summary>
    public static Diagnostic PercentSign(string file, TextRange range, string destination) =>
        DiagnosticCatalog.DestinationMalformed.At(file, range, $"'%' in {Quoted.Text(destination)} is not a percent escape. Write '%25'.");

    /// <summary>A raw space.</summary>
    public static Diagnostic Space(string file, TextRange range, string destination, string right) =>
        DiagnosticCatalog.DestinationMalformed.At(file, range, $"{Quoted.Text(destination)} has a space. Write {Quoted.Whole(right)}.");

    /// <summary>A raw space that ends the destination in Markdown.</summary>
    public static Diagnostic SpaceEndsLink(string file, TextRange range, string destination, string right) =>
        DiagnosticCatalog.DestinationMalformed.At(file, range, $"{Quoted.Text(destination)} has a space, so this is not a link. Write {Quoted.Whole(right)}.");

    /// <summary>What no browser makes a URL of.</summary>
    public static Diagnostic NotUrl(string file, TextRange range, string destination, string? suggestion) =>
        DiagnosticCatalog.DestinationMalformed.At(file, range, $"{Quoted.Text(destination)} is not a valid URL.{Suggestion.Hint(suggestion)}");

    /// <summary>A path with a drive's letter.</summary>
    public static Diagnostic LocalPath(string file, TextRange range, string destination) => DiagnosticCatalog.DestinationMalformed.At(
        file, range, $"{Quoted.Text(destination)} is a path on one machine. Put the file into the content folder and link to it by a relative path.");

    /// <summary><c>ttps:</c>, with what stands for its colon.</summary>
    public static Diagnostic Scheme(string file, TextRange range, string destination, string scheme, string right) =>
        DiagnosticCatalog.DestinationMalformed.At(file, range, $"{Quoted.Text(destination)} has the unknown scheme {Quoted.Text(scheme)}.{Suggestion.Hint(right)}");

    /// <summary>Nothing.</summary>
    public static Diagnostic Empty(string file, TextRange range) => DiagnosticCatalog.DestinationEmpty.At(file, range, "The destination is empty. Write one, or remove the link.");

    /// <summary>A scheme that runs code or reads a disk.</summary>
    public static Diagnostic UnsafeScheme(string file, TextRange range, string scheme) => DiagnosticCatalog.UnsafeScheme.At(
        file, range, string.Equals(scheme, "data", StringComparison.Ordinal)
            ? "Scheme 'data:' is not safe in content other than for images. Put it into a file and link to that."
            : $"Scheme {Quoted.Text(scheme + ":")} is not safe in content. Link to a page or a file instead.");

    /// <summary>A page within an attribute, with something in it that runs.</summary>
    public static Diagnostic UnsafePage(string file, TextRange range) => DiagnosticCatalog.UnsafeScheme.At(
        file, range, "The page in 'srcdoc' holds a script, which would run as part of this one. Put it into a file and link to that.");

    /// <summary>A loopback address.</summary>
    public static Diagnostic ThisMachine(string file, TextRange range, string destination) =>
        DiagnosticCatalog.LinkToThisMachine.At(file, range, $"{Quoted.Text(destination)} leads to the reader's own machine. Write a public address, or make it code if it is an example.");

    /// <summary>No address after <c>mailto:</c>.</summary>
    public static Diagnostic NoAddress(string file, TextRange range, string destination) =>
        DiagnosticCatalog.AddressImplausible.At(file, range, $"{Quoted.Text(destination)} has no plausible address. Write one such as 'mailto:jane@example.org'.");

    /// <summary>No digit after <c>tel:</c>.</summary>
    public static Diagnostic NoNumber(string file, TextRange range, string destination) =>
        DiagnosticCatalog.AddressImplausible.At(file, range, $"{Quoted.Text(destination)} has no plausible telephone number. Write one such as 'tel:+49301234567'.");

    /// <summary>An address without <c>mailto:</c>.</summary>
    public static Diagnostic BareAddress(string file, TextRange range, string destination) => DiagnosticCatalog.AddressImplausible.At(
        file, range, $"{Quoted.Text(destination)} is not a link.{Suggestion.Hint("mailto:" + destination)}");
}
