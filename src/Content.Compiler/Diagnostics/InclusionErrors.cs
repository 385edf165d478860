using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with code or text that an article takes in.</summary>
internal static class InclusionErrors
{
    /// <summary>No such file.</summary>
    public static Diagnostic NotFound(string file, TextRange range, string path, string? suggestion) =>
        DiagnosticCatalog.IncludedFileNotFound.At(file, range, $"{Quoted.Text(path)} does not exist, so it cannot be taken in.{Suggestion.Hint(suggestion)}")
            .Offering(suggestion, isCertain: false);

    /// <summary>A file that no setting allows.</summary>
    public static Diagnostic Outside(string file, TextRange range, string path, IReadOnlyList<string> folders, bool isArticle) => DiagnosticCatalog.IncludedFileNotFound.At(
        file,
        range,
        folders.Count == 0
            ? $"{Quoted.Text(path)} lies outside {(isArticle ? "the content folder" : "every folder that code may be taken from")}. Add its folder to 'snippets' in content.json."
            : $"{Quoted.Text(path)} lies outside {(isArticle ? "the content folder and " : "")}the folders of 'snippets' in content.json ({Quoted.Choice(folders)}). Add its folder, or take in another file.");

    /// <summary>A file that is no text.</summary>
    public static Diagnostic Unreadable(string file, TextRange range, string path, string reason) =>
        DiagnosticCatalog.IncludedFileNotFound.At(file, range, $"{Quoted.Text(path)} cannot be taken in. {reason}");

    /// <summary>Articles in articles, without an end in sight.</summary>
    public static Diagnostic TooMuch(string file, TextRange range, string path) => DiagnosticCatalog.IncludedFileNotFound.At(
        file, range, $"{Quoted.Text(path)} is not taken in: with what is taken in already the article would be too large. Take in fewer or shorter files.");

    /// <summary>No such region in the file.</summary>
    public static Diagnostic NoRegion(string file, TextRange range, string path, string region, string? suggestion) =>
        DiagnosticCatalog.IncludedPartNotFound.At(file, range, $"{Quoted.Text(path)} has no region {Quoted.Text(region)}.{Suggestion.Hint(suggestion)}")
            .Offering(suggestion, isCertain: false);

    /// <summary>A region that does not end.</summary>
    public static Diagnostic RegionNeverEnds(string file, TextRange range, string path, string region, int line) => DiagnosticCatalog.IncludedPartNotFound.At(
        file, range, FormattableString.Invariant($"The region {Quoted.Text(region)} of {Quoted.Text(path)} begins in line {line} and never ends."));

    /// <summary>Two regions of one name, side by side or one in the other.</summary>
    public static Diagnostic RegionGivenTwice(string file, TextRange range, string path, string region, int first, int second) => DiagnosticCatalog.IncludedPartNotFound.At(
        file, range, FormattableString.Invariant($"{Quoted.Text(path)} has two regions {Quoted.Text(region)}, in line {first} and in line {second}. Give them different names."));

    /// <summary>Lines that the file does not have.</summary>
    public static Diagnostic NoLines(string file, TextRange range, string path, string lines, int count) => DiagnosticCatalog.IncludedPartNotFound.At(
        file, range, FormattableString.Invariant($"{Quoted.Text(path)} has {count} lines, so there are no lines {Quoted.Text(lines)}."));

    /// <summary>No numbers of lines at all.</summary>
    public static Diagnostic NotLines(string file, TextRange range, string lines) =>
        DiagnosticCatalog.IncludedPartNotFound.At(file, range, $"{Quoted.Text(lines)} is not a list of line numbers. Write them as in 'lines=10-20' or 'lines=3,7-9'.");

    /// <summary>No such member in the file.</summary>
    public static Diagnostic NoMember(string file, TextRange range, string path, string member, string? suggestion) =>
        DiagnosticCatalog.IncludedPartNotFound.At(file, range, $"{Quoted.Text(path)} has no member {Quoted.Text(member)}.{Suggestion.Hint(suggestion)}")
            .Offering(suggestion, isCertain: false);

    /// <summary>A name that several members have.</summary>
    public static Diagnostic MemberNotOne(string file, TextRange range, string path, string member, IReadOnlyList<string> overloads) => DiagnosticCatalog.IncludedPartNotFound.At(
        file, range, $"{Quoted.Text(path)} has several members {Quoted.Text(member)}. Write {Quoted.Choice(overloads)}.");

    /// <summary>Members are looked for in C# alone.</summary>
    public static Diagnostic NotCSharp(string file, TextRange range, string path) => DiagnosticCatalog.IncludedPartNotFound.At(
        file, range, $"Members are found in C# files only, and {Quoted.Text(path)} is not one. Take a region or lines.");

    /// <summary>An article in itself; <paramref name="steps"/> begins and ends with <paramref name="file"/>.</summary>
    public static Diagnostic Circular(string file, TextRange range, IEnumerable<string> steps) => DiagnosticCatalog.InclusionCircular.At(
        file, range, $"The file takes itself in: {string.Join(" → ", steps.Select(step => Quoted.Text(step)))}. Remove one of the steps.");

    /// <summary>Code without colours.</summary>
    public static Diagnostic NotHighlighted(string file, TextRange range, string language) => DiagnosticCatalog.CodeNotHighlighted.At(
        file, range, $"The language {Quoted.Text(language)} is not one that can be coloured, so the block is plain. Correct its name, or write 'text'.");

    /// <summary>Code that grammars would take too long for.</summary>
    public static Diagnostic TooMuchCode(string file, TextRange range) => DiagnosticCatalog.CodeNotHighlighted.At(
        file, range, "The block is too long, or has too long a line, to be coloured, so it is plain.");

    /// <summary>No library for this machine: told once, wherever the default of the code is.</summary>
    public static Diagnostic NoHighlighter(string reason) => DiagnosticCatalog.CodeNotHighlighted.At(
        "", TextRange.FileStart, $"Code cannot be coloured on this machine, so it is plain: {reason}") with { Severity = DiagnosticSeverity.Info };

    /// <summary>An API that is not there.</summary>
    public static Diagnostic NoApi(string file, TextRange range, string name, string? suggestion) => DiagnosticCatalog.ApiNotFound.At(
        file, range, $"No assembly of the project has the API {Quoted.Text(name)}.{Suggestion.Hint(suggestion)}");

    /// <summary>An option that no code block has.</summary>
    public static Diagnostic UnknownOption(string file, TextRange range, string option, string? suggestion, string advice) => DiagnosticCatalog.CodeOptionUnknown.At(
        file, range, $"Code blocks have no option {Quoted.Text(option)}.{Suggestion.HintOr(suggestion, advice)}").Offering(suggestion, isCertain: suggestion is not null);

    /// <summary>An option whose value makes no sense, or that says again what another said.</summary>
    public static Diagnostic BadOption(string file, TextRange range, string problem) => DiagnosticCatalog.CodeOptionUnknown.At(file, range, problem);
}
