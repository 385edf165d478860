using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Sites;

/// <summary>What can be wrong with a suppression comment.</summary>
internal static class SuppressionErrors
{
    private static readonly DiagnosticDescriptor nothing = DiagnosticCatalog.Find("CONTENT2020")!;

    /// <summary>There is nothing to suppress.</summary>
    public static Diagnostic Nothing(string file, Suppression suppression)
    {
        var where = suppression.Line == 0 ? "in this file" : string.Create(CultureInfo.InvariantCulture, $"on line {suppression.Line}");
        return nothing.At(
            file,
            suppression.Range,
            DiagnosticCatalog.Find(suppression.Code) is null
                ? $"This suppresses nothing: there is no code {Quoted.Text(suppression.Code)}.{Suggestion.Hint(suppression.Code, DiagnosticCatalog.All.Select(descriptor => descriptor.Code))}"
                : $"This suppresses nothing: there is no {suppression.Code} {where}. Remove the comment.");
    }
}
