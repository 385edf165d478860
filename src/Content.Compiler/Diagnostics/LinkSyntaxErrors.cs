using System.Globalization;
using Content.Compiler.Links;
using Content.Compiler.Sources;

namespace Content.Compiler.Diagnostics;

/// <summary>What is wrong with links as they are written, whatever they lead to.</summary>
internal static class LinkSyntaxErrors
{
    /// <summary>What a destination shows by itself: CONTENT2009, 2010, 2015, 2016 and 2018.</summary>
    public static Diagnostic Fault(string file, TextRange range, LinkFault fault)
    {
        var written = Quoted.Text(fault.Written);
        var right = fault.Right is null ? "" : Quoted.Text(fault.Right);
        var (code, message) = fault.Kind switch
        {
            LinkFaultKind.Empty => ("CONTENT2010", "The destination is empty."),
            LinkFaultKind.Backslash => ("CONTENT2009", $"{written} has a backslash. Write {right}."),
            LinkFaultKind.BadEscape => ("CONTENT2009", $"'%' in {written} is no percent escape. Write {right}."),
            LinkFaultKind.Space => ("CONTENT2009", $"{written} has white space in it. Write {right}."),
            LinkFaultKind.Unparsable when fault.Right is not null => ("CONTENT2009", $"{written} is no valid address. Did you mean {right}?"),
            LinkFaultKind.Unparsable => ("CONTENT2009", $"{written} is no valid address: its host or port cannot be read."),
            LinkFaultKind.MisspelledScheme => ("CONTENT2009", $"There is no scheme {written}. Did you mean {right}?"),
            LinkFaultKind.UnsafeScheme => ("CONTENT2015", $"Scheme {Quoted.Text(fault.Written + ":")} is not safe in content."),
            LinkFaultKind.LocalPath => ("CONTENT2015", $"{written} is a path on one machine. Put the file beside the article and link to it."),
            LinkFaultKind.ThisMachine => ("CONTENT2016", $"{written} leads to the reader's own machine."),
            LinkFaultKind.NoMailAddress => ("CONTENT2018", $"{written} has no plausible address."),
            LinkFaultKind.BareMailAddress => ("CONTENT2018", $"{written} is no link. Did you mean {right}?"),
            LinkFaultKind.NoTelephoneNumber => ("CONTENT2018", $"{written} has no plausible number."),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
        return DiagnosticCatalog.Find(code)!.At(file, range, message);
    }

    /// <summary>A reference to a definition that is not there.</summary>
    public static Diagnostic UndefinedReference(string file, TextRange range, string label, string? near) =>
        DiagnosticCatalog.Find("CONTENT2011")!.At(
            file, range, $"Reference {Quoted.Text(label)} has no definition.{Suggestion.Hint(near)}");

    /// <summary>A mark of a footnote that is not there.</summary>
    public static Diagnostic UndefinedFootnote(string file, TextRange range, string mark, string? near) =>
        DiagnosticCatalog.Find("CONTENT2012")!.At(
            file, range, $"Footnote {Quoted.Text(mark)} has no definition.{Suggestion.Hint(near)}");

    /// <summary>A definition or a footnote that nothing uses.</summary>
    public static Diagnostic UnusedDefinition(string file, TextRange range, string kind, string label) =>
        DiagnosticCatalog.Find("CONTENT2013")!.At(file, range, $"{kind} {Quoted.Text(label)} is never used.");

    /// <summary>A definition that another one before it hides.</summary>
    public static Diagnostic DefinedTwice(string file, TextRange range, string kind, string label, int firstLine) =>
        DiagnosticCatalog.Find("CONTENT2014")!.At(
            file, range, string.Create(CultureInfo.InvariantCulture, $"{kind} {Quoted.Text(label)} is given twice; the first, on line {firstLine}, is used."));

    /// <summary>A suppression that cannot work, whatever the text says.</summary>
    public static Diagnostic UselessSuppression(string file, TextRange range, string why) =>
        DiagnosticCatalog.Find("CONTENT2020")!.At(file, range, $"This suppresses nothing: {why}");
}
