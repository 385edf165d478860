using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>Template expressions, which another generator would have filled in.</summary>
internal static class TemplateErrors
{
    /// <summary>An expression in a destination. It is told instead of what is wrong with the destination as it stands.</summary>
    /// <param name="file">The article.</param>
    /// <param name="range">The destination.</param>
    /// <param name="destination">The destination as written.</param>
    /// <param name="expression">The expression in it.</param>
    public static Diagnostic InDestination(string file, TextRange range, string destination, string expression) => DiagnosticCatalog.TemplateExpression.At(
        file,
        range,
        string.Equals(destination, expression, StringComparison.Ordinal)
            ? $"The destination {Quoted.Text(destination)} is a template expression, which nothing fills in. Write the address itself."
            : $"{Quoted.Text(destination)} holds the template expression {Quoted.Text(expression)}, which nothing fills in. Write the address itself.");

    /// <summary>An expression in text, the first of <paramref name="count"/> with the same braces.</summary>
    public static Diagnostic InText(string file, TextRange range, string expression, string construct, int count) => DiagnosticCatalog.TemplateExpression.At(
        file,
        range,
        $"Nothing fills in the template expression {Quoted.Text(expression)}, so readers see it as it stands{Others(construct, count)}."
            + " Write what it stands for, or put it between backticks if it is code.");

    private static string Others(string construct, int count) => count == 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", and {count - 1} more {Quoted.Text(construct)} of this article with it");
}
