using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What is wrong with the markup of a text.</summary>
internal static class MarkupErrors
{
    /// <summary>Elements of which browsers show nothing, or nothing but what stands in for them.</summary>
    private static readonly HashSet<string> hiding = new(StringComparer.OrdinalIgnoreCase)
    {
        "audio", "canvas", "datalist", "dialog", "iframe", "noembed", "noframes", "noscript", "object", "script", "select", "style", "template", "title", "video",
    };

    /// <summary>An id that the article has already.</summary>
    public static Diagnostic IdGivenTwice(string file, TextRange range, string id, int firstLine) =>
        DiagnosticCatalog.DuplicateId.At(
            file, range, string.Create(CultureInfo.InvariantCulture, $"Id {Quoted.Text(id)} is given twice; the first is on line {firstLine}. Give one of them another."));

    /// <summary>An id that a heading has by its text.</summary>
    public static Diagnostic IdOfHeading(string file, TextRange range, string id, int line) =>
        DiagnosticCatalog.DuplicateId.At(
            file, range, string.Create(CultureInfo.InvariantCulture, $"Id {Quoted.Text(id)} is given twice; the heading on line {line} has it. Give one of them another."));

    /// <summary>HTML where there is to be none.</summary>
    public static Diagnostic RawHtml(string file, TextRange range, string name) => DiagnosticCatalog.RawHtmlForbidden.At(
        file, range, $"{Quoted.Text($"<{name}>")} is raw HTML, which content.json forbids ('html'). Write it as Markdown, or {Quoted.Text($"&lt;{name}>")} if it is text.");

    /// <summary>An attribute where there is to be no HTML.</summary>
    public static Diagnostic RawAttribute(string file, TextRange range, string name) => DiagnosticCatalog.RawHtmlForbidden.At(
        file, range, $"The attribute {Quoted.Text(name)} is raw HTML, which content.json forbids ('html'). Remove it.");

    /// <summary>An element that does not come out.</summary>
    public static Diagnostic ElementTakenOut(string file, TextRange range, string name) => DiagnosticCatalog.MarkupTakenOut.At(
        file, range, $"{Quoted.Text($"<{name}>")} is taken out, because content.json does not allow it ('html'). Remove it, or write {Quoted.Text($"&lt;{name}>")} if it is text.");

    /// <summary>An attribute that does not come out.</summary>
    public static Diagnostic AttributeTakenOut(string file, TextRange range, string name, string? element) => DiagnosticCatalog.MarkupTakenOut.At(
        file, range, $"{(element is null ? "" : $"Of {Quoted.Text($"<{element}>")} ")}{(element is null ? "The" : "the")} attribute {Quoted.Text(name)} is taken out, because content.json does not allow it ('html'). Remove it.");

    /// <summary>An image that says nothing to those who do not see it.</summary>
    public static Diagnostic ImageWithoutText(string file, TextRange range) =>
        DiagnosticCatalog.ImageWithoutAltText.At(file, range, "The image has no alt text. Describe what the image shows.");

    /// <summary>An element that a rule of content.json does not want.</summary>
    public static Diagnostic Rule(string file, TextRange range, string message, DiagnosticSeverity severity) =>
        DiagnosticCatalog.ElementRuleNotMet.At(file, range, message) with { Severity = severity };

    /// <summary>A made-up element with an address.</summary>
    public static Diagnostic UnknownElement(string file, TextRange range, string name, string attribute, string? meant) =>
        DiagnosticCatalog.UnknownElementWithLink.At(
            file, range, $"{Quoted.Text($"<{name}>")} is not an HTML element, so its '{attribute}' is not a link.{Suggestion.Hint(meant)}");

    /// <summary>An element without an end.</summary>
    public static Diagnostic NeverClosed(string file, TextRange range, string name, bool mayBeText) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"{Quoted.Text($"<{name}>")} is never closed{WhatIsLost(name)}. Add {Quoted.Text($"</{name}>")}"
                + (mayBeText ? $", or write {Quoted.Text($"&lt;{name}>")} if it is text." : "."))
            with { IsUnacceptable = hiding.Contains(name) };

    /// <summary>An element that is written as if it closed itself.</summary>
    public static Diagnostic ClosesItselfInVain(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"<{name}/>")} does not close itself in HTML and stays open{WhatIsLost(name)}. Write {Quoted.Text($"<{name}></{name}>")}.")
            with { IsUnacceptable = hiding.Contains(name) };

    /// <summary>A tag without its bracket.</summary>
    public static Diagnostic TagCutOff(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"The tag {Quoted.Text($"<{name}")} never ends: its '>' or a quote is missing.") with { IsUnacceptable = true };

    /// <summary>A comment without an end.</summary>
    public static Diagnostic CommentNeverClosed(string file, TextRange range) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, "The comment is never closed, and hides all that follows. Add '-->'.") with { IsUnacceptable = true };

    private static string WhatIsLost(string name) => hiding.Contains(name) ? ", and hides what follows" : "";

    /// <summary>An end without a start.</summary>
    public static Diagnostic ClosesNothing(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"</{name}>")} closes nothing that is open here. Remove it, or open {Quoted.Text($"<{name}>")} before it.");

    /// <summary>The end of another heading.</summary>
    public static Diagnostic ClosesOther(string file, TextRange range, string name, string open) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"</{name}>")} closes {Quoted.Text($"<{open}>")}. Write {Quoted.Text($"</{open}>")}.");

    /// <summary>An element that starts inside another and ends outside.</summary>
    public static Diagnostic Misnested(string file, TextRange range, string name, string outer) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"{Quoted.Text($"<{name}>")} opens inside {Quoted.Text($"<{outer}>")} and closes outside of it. Close it before {Quoted.Text($"</{outer}>")}.");

    /// <summary>An element that ends inside a block of Markdown in which it did not start, or the other way round.</summary>
    public static Diagnostic CrossesBlocks(string file, TextRange range, string tag, string block) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"{Quoted.Text(tag)} is inside a block of Markdown ({Quoted.Text($"<{block}>")}) and its counterpart outside of it."
                + " Put both on lines of their own, with blank lines around them, or both inside.");

    /// <summary>A block where only text can be.</summary>
    public static Diagnostic BlockInParagraph(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"{Quoted.Text($"<{name}>")} cannot be inside a paragraph, which ends before it. Put it on a line of its own, with a blank line before it.");

    /// <summary>A block in a paragraph that is written as HTML.</summary>
    public static Diagnostic BlockInWrittenParagraph(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"{Quoted.Text($"<{name}>")} cannot be inside '<p>', which ends before it. Move '</p>' before it, or write '<div>' and '</div>' instead of '<p>' and '</p>'.");

    /// <summary>The end of an element that has no end.</summary>
    public static Diagnostic ClosesVoid(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"</{name}>")} closes nothing, and browsers read it as {Quoted.Text($"<{name}>")}. Write {Quoted.Text($"<{name}>")}.");

    /// <summary>A written paragraph that holds blocks of Markdown.</summary>
    public static Diagnostic ParagraphOfBlocks(string file, TextRange range, string block) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"'<p>' cannot hold blocks: it ends before {Quoted.Text($"<{block}>")}. Write '<div>' instead.");

    /// <summary>An element inside another of its name, where that cannot be.</summary>
    public static Diagnostic CannotNest(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"<{name}>")} cannot be inside another {Quoted.Text($"<{name}>")}, which ends before it. Close that one first.");

    /// <summary>An element that browsers move out of a table.</summary>
    public static Diagnostic NotInTable(string file, TextRange range, string name, string part) =>
        DiagnosticCatalog.MarkupRepaired.At(
            file, range, $"{Quoted.Text($"<{name}>")} is directly in {Quoted.Text($"<{part}>")} and is moved in front of the table. Put it into a cell.");

    /// <summary>Text that browsers move out of a table.</summary>
    public static Diagnostic TextInTable(string file, TextRange range, string part) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"<{part}>")} holds text directly, which is moved in front of the table. Put it into a cell.");

    /// <summary>A part of a table without the table.</summary>
    public static Diagnostic OutsideTable(string file, TextRange range, string name) =>
        DiagnosticCatalog.MarkupRepaired.At(file, range, $"{Quoted.Text($"<{name}>")} is outside a '<table>' and is left out. Put it into one.");
}
