using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Sites;

/// <summary>What can be wrong with a suppression comment.</summary>
internal static class SuppressionErrors
{
    /// <summary>There is nothing to suppress.</summary>
    public static Diagnostic Nothing(string file, Suppression suppression)
    {
        var where = suppression.Line == 0 ? "in this file" : string.Create(CultureInfo.InvariantCulture, $"on line {suppression.Line}");
        return DiagnosticCatalog.SuppressionUnused.At(
            file,
            suppression.Range,
            $"This suppresses nothing: there is no {suppression.Code} {where}. Remove the comment.");
    }
}
