using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What is wrong with links as they are written, whatever they lead to.</summary>
internal static class LinkSyntaxErrors
{
    /// <summary>A reference to a definition that is not there.</summary>
    public static Diagnostic UndefinedReference(string file, TextRange range, string label, string? near) =>
        DiagnosticCatalog.ReferenceUndefined.At(
            file, range, $"Reference {Quoted.Text(label)} has no definition.{Suggestion.HintOr(near, $"Add {Quoted.Text($"[{label}]: address")}, or put a '\\' before the bracket of text.")}");

    /// <summary>A mark of a footnote that is not there.</summary>
    public static Diagnostic UndefinedFootnote(string file, TextRange range, string mark, string? near) =>
        DiagnosticCatalog.FootnoteUndefined.At(
            file, range, $"Footnote {Quoted.Text(mark)} has no definition.{Suggestion.HintOr(near, $"Add {Quoted.Text(mark + ": text")}.")}");

    /// <summary>A mark whose footnote stands where none can be.</summary>
    public static Diagnostic UnseenFootnote(string file, TextRange range, string mark, int line, string why) =>
        DiagnosticCatalog.FootnoteUndefined.At(
            file, range, string.Create(CultureInfo.InvariantCulture, $"Footnote {Quoted.Text(mark)} has no definition: the one on line {line} {why}."));

    /// <summary>A definition or a footnote that nothing uses.</summary>
    public static Diagnostic UnusedDefinition(string file, TextRange range, string kind, string label) =>
        DiagnosticCatalog.DefinitionUnused.At(file, range, $"{kind} {Quoted.Text(label)} is never used. Refer to it, or remove it.");

    /// <summary>A definition that another one before it hides.</summary>
    public static Diagnostic DefinedTwice(string file, TextRange range, string kind, string label, int firstLine) =>
        DiagnosticCatalog.DuplicateDefinition.At(
            file, range, string.Create(CultureInfo.InvariantCulture, $"{kind} {Quoted.Text(label)} is given twice; the first, on line {firstLine}, is used. Remove one of the two."));
}
