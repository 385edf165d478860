using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Baselines;

/// <summary>What can be wrong with a baseline.</summary>
internal static class BaselineErrors
{
    private const string Shrink = "dotnet build -t:AcceptContentBaseline -p:ContentBaselineMode=shrink";

    /// <summary>The fault of an entry is not there any more.</summary>
    public static Diagnostic Outdated(string file, TextRange line, BaselineEntry entry) => DiagnosticCatalog.BaselineOutdated.At(
        file, line, $"This fault is no longer there: {entry.Code} in {Quoted.Text(entry.File)}. Take the line out, or let '{Shrink}' do it.");

    /// <summary>A file of a later version, or of none.</summary>
    public static Diagnostic OtherVersion(string file, TextRange range, string found) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, range, $"The baseline must begin with the line {Quoted.Text(Baseline.Header)}, but begins with {Quoted.Text(found)}: another version wrote it, or the line was changed. Nothing in it is accepted. Write it anew with 'dotnet build -t:AcceptContentBaseline'.");

    /// <summary>What git leaves where two branches cannot be merged.</summary>
    public static Diagnostic Conflict(string file, TextRange line) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, line, "This is the mark of a merge conflict. Keep the lines of both sides and remove the marks; '*.baseline.txt merge=union' in .gitattributes lets git do so.");

    /// <summary>A line that is no entry.</summary>
    public static Diagnostic NotAnEntry(string file, TextRange line) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, line, "This is not an entry: one has a code, a file, what is wrong and a fingerprint, with a tab between each. Remove the line; 'dotnet build -t:AcceptContentBaseline' writes entries.");

    /// <summary>A code that nobody has.</summary>
    public static Diagnostic NoSuchCode(string file, TextRange code, string written) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, code, $"There is no diagnostic {Quoted.Text(written)}.{Suggestion.Hint(written, DiagnosticCatalog.All.Select(known => known.Code))}");

    /// <summary>A code that no baseline makes acceptable.</summary>
    public static Diagnostic Unacceptable(string file, TextRange code, string written) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, code, $"{written} cannot be accepted: {AcceptableFaults.WhyNot(written)}. Correct the fault, and remove the line.");

    /// <summary>More than anybody would ever work off.</summary>
    public static Diagnostic TooLong(string file, TextRange line, int most) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, line, string.Create(CultureInfo.InvariantCulture, $"A baseline has at most {most} lines; this one and all behind it are not read. Lower severities by folder in .editorconfig, or suppress codes for whole files."));

    /// <summary>More than would be read again.</summary>
    public static Diagnostic TooManyFaults(string file, int faults, int most) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, TextRange.FileStart, string.Create(CultureInfo.InvariantCulture, $"There are {faults} faults, and a baseline holds fewer than {most}. Nothing is written. Lower severities by folder in .editorconfig, or suppress codes for whole files, and run this again."));

    /// <summary>Hardly a line is an entry.</summary>
    public static Diagnostic TooManyMalformed(string file, TextRange line, int most) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, line, string.Create(CultureInfo.InvariantCulture, $"{most} lines of the baseline are not as they should be; this one and all behind it are not read. Write it anew with 'dotnet build -t:AcceptContentBaseline'."));

    /// <summary>More than is read of such a file.</summary>
    public static Diagnostic TooLarge(string file, long bytes, long most) => DiagnosticCatalog.ConfigurationInvalid.At(
        file, TextRange.FileStart, string.Create(CultureInfo.InvariantCulture, $"The baseline has {bytes} bytes, more than the {most} that are read of one. Nothing in it is accepted. Lower severities by folder in .editorconfig, and write it anew."));
}
