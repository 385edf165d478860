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

    /// <summary>A statement of a module, the first of <paramref name="count"/>.</summary>
    public static Diagnostic Module(string file, TextRange range, string statement, int count) => DiagnosticCatalog.TemplateExpression.At(
        file,
        range,
        $"Nothing runs {Quoted.Text(statement)}, so readers see it as it stands{Others("import", count)}."
            + " Remove it, or set \"dialect\" in content.json where the site was made with Docusaurus or Astro.");

    /// <summary>A container whose title is not shown, the first of <paramref name="count"/>.</summary>
    public static Diagnostic Title(string file, TextRange range, string line, int count) => DiagnosticCatalog.TemplateExpression.At(
        file,
        range,
        $"What stands behind the name of the container in {Quoted.Text(line)} is not shown to readers{Others(":::", count)}."
            + " Write it as a line of its own in the container, or set \"dialect\" in content.json where the site was made with a tool that has such titles.");

    /// <summary>A comment of MDX, the first of <paramref name="count"/>.</summary>
    public static Diagnostic Comment(string file, TextRange range, string comment, int count) => DiagnosticCatalog.TemplateExpression.At(
        file,
        range,
        $"{Quoted.Text(comment)} is a comment in MDX only, and readers see it here{Others("{/* */}", count)}."
            + " Write '<!-- -->', or set \"dialect\" in content.json where the site was made with Docusaurus or Astro.");

    private static string Others(string construct, int count) => count == 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", and {count - 1} more {Quoted.Text(construct)} of this article with it");
}
