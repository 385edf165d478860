using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with a suppression comment.</summary>
internal static class SuppressionErrors
{
    /// <summary>It cannot work, whatever the text says.</summary>
    public static Diagnostic Invalid(string file, TextRange range, string why) =>
        DiagnosticCatalog.SuppressionUnused.At(file, range, $"This suppresses nothing: {why}");

    /// <summary>There is nothing to suppress on the line, or with line 0 in the whole file.</summary>
    public static Diagnostic Unused(string file, TextRange range, string code, int line)
    {
        var where = line == 0 ? "in this file" : string.Create(CultureInfo.InvariantCulture, $"on line {line}");
        return Invalid(file, range, $"there is no {code} {where}. Remove the comment.");
    }

    /// <summary>A pattern of <c>links.ignore</c> that takes nothing out of the checks.</summary>
    public static Diagnostic IgnoresNothing(string file, TextRange range, string pattern) => DiagnosticCatalog.SuppressionUnused.At(
        file, range, $"This ignores nothing: no link that {Quoted.Text(pattern)} matches would be reported. Remove the pattern.");
}
