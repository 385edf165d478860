using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Severities;

/// <summary>What can be wrong with an <c>.editorconfig</c> or <c>.globalconfig</c>, as far as it speaks of this compiler.</summary>
internal static class EditorConfigErrors
{
    /// <summary>Nobody wrote that much by hand.</summary>
    public static Diagnostic TooLarge(string file, long bytes, long most) => DiagnosticCatalog.FileUnreadable.At(
        file, TextRange.FileStart,
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes} bytes, more than the {most} that are read of such a file. Its severities do not apply. Shorten it."));

    /// <summary>A code that nobody has.</summary>
    public static Diagnostic NoSuchCode(string file, TextRange range, string code) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"There is no diagnostic {Quoted.Text(code)}.{Suggestion.Hint(code, DiagnosticCatalog.All.Select(known => known.Code))}");

    /// <summary>Not one of the severities that EditorConfig knows.</summary>
    public static Diagnostic NoSuchSeverity(string file, TextRange range, string key, string value) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"{Quoted.Text(key)} must be {Quoted.Choice(EditorConfigFile.SeverityNames)}, but is {Quoted.Text(value)}.{Suggestion.Hint(value, EditorConfigFile.SeverityNames)}");

    /// <summary>A line that is no setting although it begins as one of ours.</summary>
    public static Diagnostic NoSetting(string file, TextRange range, string line) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"{Quoted.Text(line)} is not a setting. Write one such as 'dotnet_diagnostic.CONTENT2001.severity = warning'.");

    /// <summary>A section whose name cannot match anything, with settings of ours in it.</summary>
    public static Diagnostic BrokenSection(string file, TextRange range, string name) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"The section {Quoted.Text(name)} is not a glob: a bracket or a brace is not closed. Its severities do not apply.");

    /// <summary>A severity that nothing may take away.</summary>
    public static Diagnostic Unalterable(string file, TextRange range, string code) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"{code} tells of a defect or of an output that cannot be written, and is always an error. Remove the line.");

    /// <summary>Two global files of one level that contradict each other.</summary>
    public static Diagnostic Conflict(string file, TextRange range, string key, string other) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"{Quoted.Text(key)} has another value in {Quoted.Text(other)}, which is as global. Neither applies: remove one, or give one of the files a higher 'global_level'.");
}
