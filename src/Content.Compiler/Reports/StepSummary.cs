using System.Globalization;
using System.Text;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Reports;

/// <summary>What a build found, on a page of Markdown that code hosts show beside the step: how much, of what, and where most of it is.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="TargetFramework">Which was built; empty where that is not of interest.</param>
/// <param name="Unreached">How many articles nothing leads to.</param>
/// <param name="Unused">How many files nothing uses.</param>
public sealed record StepSummary(string Project, string TargetFramework, int Unreached, int Unused)
{
    private const int MostFiles = 10;

    /// <summary>The page.</summary>
    /// <param name="diagnostics">With the severities that they are reported with.</param>
    public string ToMarkdown(IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var counted = diagnostics.Where(diagnostic => diagnostic.Suppression is null).ToList();
        var accepted = diagnostics.Count(diagnostic => diagnostic.Suppression is { IsBaseline: true });
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Content: {Cell(Project)}{(TargetFramework.Length == 0 ? "" : $" ({Cell(TargetFramework)})")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**{Count(Of(counted, DiagnosticSeverity.Error), "error")}, {Count(Of(counted, DiagnosticSeverity.Warning), "warning")}**");
        if (Of(counted, DiagnosticSeverity.Info) is var messages and > 0)
            text.Append(CultureInfo.InvariantCulture, $", {Count(messages, "message")}");
        text.Append('.');
        if (accepted > 0)
            text.Append(CultureInfo.InvariantCulture, $" {Count(accepted, "fault")} accepted in the baseline.");
        if (Unreached > 0)
            text.Append(CultureInfo.InvariantCulture, $" Nothing leads to {Count(Unreached, "article")} (CONTENT2201).");
        if (Unused > 0)
            text.Append(CultureInfo.InvariantCulture, $" Nothing uses {Count(Unused, "file")} (CONTENT2202).");
        text.Append('\n');
        if (counted.Count > 0)
        {
            Table(text, "Diagnostic", counted.GroupBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
                .Select(group => ($"{group.Key} {Cell(DiagnosticCatalog.Find(group.Key)?.Title ?? "")}", group.ToList())));
            Table(text, "Files with most", counted.Where(diagnostic => diagnostic.File.Length > 0).GroupBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .Select(group => (Cell(group.Key), group.ToList())).OrderByDescending(row => row.Item2.Count).Take(MostFiles));
        }

        return text.Append('\n').ToString();
    }

    private static void Table(StringBuilder text, string heading, IEnumerable<(string Name, List<Diagnostic> Diagnostics)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| {heading} | errors | warnings | messages |\n|---|---:|---:|---:|\n");
        foreach (var (name, diagnostics) in rows.OrderByDescending(row => Of(row.Diagnostics, DiagnosticSeverity.Error)).ThenByDescending(row => row.Diagnostics.Count).ThenBy(row => row.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {Of(diagnostics, DiagnosticSeverity.Error)} | {Of(diagnostics, DiagnosticSeverity.Warning)} | {Of(diagnostics, DiagnosticSeverity.Info)} |\n");
    }

    private static int Of(List<Diagnostic> diagnostics, DiagnosticSeverity severity) => diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Text that is nothing but text in Markdown: every character that could mean something is a reference.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        foreach (var unit in MessageText.OneLine(text, 300))
        {
            if (unit is '&' or '<' or '>' or '|' or '`' or '*' or '_' or '[' or ']' or '\\' or '~' or '#' or '!' or '$' or '@' or ':' or '"')
                cell.Append(CultureInfo.InvariantCulture, $"&#{(int)unit};");
            else
                cell.Append(unit);
        }

        return cell.ToString();
    }
}
