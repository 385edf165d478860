using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.ExternalLinks;

/// <summary>What can be wrong with a link to another site once that was asked, and with how it is asked.</summary>
public static class ExternalLinkErrors
{
    private const int LongestReason = 400;


    /// <summary>There is nothing at its end.</summary>
    public static Diagnostic Dead(ExternalLink link, string reason) =>
        DiagnosticCatalog.ExternalLinkDead.At(link.File, link.Range, $"{Quoted.Text(link.Destination)} is dead: {MessageText.OneLine(reason, LongestReason)}.");

    /// <summary>The page is there, the place in it is not.</summary>
    public static Diagnostic NoAnchor(ExternalLink link) =>
        Dead(link, $"the page is there, but has no anchor {Quoted.Text("#" + link.Fragment)}");

    /// <summary>A permanent redirect.</summary>
    public static Diagnostic Moved(ExternalLink link, string address) =>
        DiagnosticCatalog.ExternalLinkMoved.At(link.File, link.Range, $"{Quoted.Text(link.Destination)} has moved to {Quoted.Whole(address)}.");

    /// <summary>The answer says neither.</summary>
    public static Diagnostic Unverified(ExternalLink link, string reason) =>
        DiagnosticCatalog.ExternalLinkUnverified.At(link.File, link.Range, $"{Quoted.Text(link.Destination)} could not be verified: {MessageText.OneLine(reason, LongestReason)}.");

    /// <summary>An environment variable that is no header. What is in it is a secret, so it is not repeated.</summary>
    public static Diagnostic NotAHeader(string variable) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart, $"The environment variable {Quoted.Text(variable)} must be a host and a header for it, such as 'api.example.org Authorization: Bearer ...'.");

    /// <summary>An entry of a property that is no host.</summary>
    public static Diagnostic NotAHost(string property, string value) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart, $"The property '{property}' must list hosts such as 'intranet.example' or '*.corp.example', but has {Quoted.Text(value)}.");
}
