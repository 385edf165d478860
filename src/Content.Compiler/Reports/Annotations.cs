using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Reports;

/// <summary>Where annotations are shown.</summary>
public enum AnnotationPlatform
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>GitHub Actions, which reads workflow commands in the log.</summary>
    GitHub,

    /// <summary>Azure Pipelines, which reads logging commands in the log.</summary>
    Azure,
}

/// <summary>
/// Diagnostics as commands to the machine that runs the build, which shows them in the review at their lines. Whatever of a message or a file's name could end a
/// command or begin another is escaped as each platform unescapes it.
/// </summary>
public static class Annotations
{
    /// <summary>Platforms show some ten of a kind for a step, and the log has them all anyway.</summary>
    internal const int MostOfAKind = 100;

    /// <summary>A line each, the errors first. What is suppressed or accepted is left out: nobody has to look at it.</summary>
    /// <param name="platform">Who reads the log.</param>
    /// <param name="diagnostics">With the severities that they are reported with.</param>
    /// <param name="projectFile">Absolute: what diagnostics without a file are about.</param>
    /// <param name="sourceRoot">The folder of the repository, absolute.</param>
    public static ImmutableArray<string> Of(AnnotationPlatform platform, IReadOnlyList<Diagnostic> diagnostics, string projectFile, string sourceRoot)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (platform == AnnotationPlatform.None)
            return [];
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var severity in new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Info })
        {
            // Azure knows errors and warnings only.
            if (severity == DiagnosticSeverity.Info && platform == AnnotationPlatform.Azure)
                continue;
            foreach (var diagnostic in diagnostics.Where(found => found.Severity == severity && found.Suppression is null).Order().Take(MostOfAKind))
            {
                var full = diagnostic.File.Length == 0 ? projectFile : Path.GetFullPath(diagnostic.File, Path.GetDirectoryName(projectFile)!);
                var file = MessageText.FileForLog(ArtifactAddress.RelativePath(full, sourceRoot) ?? full.Replace(Path.DirectorySeparatorChar, '/'));
                lines.Add(platform == AnnotationPlatform.GitHub ? GitHub(diagnostic, file) : Azure(diagnostic, file));
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>The command that shows a summary on Azure Pipelines.</summary>
    /// <param name="file">Of Markdown, absolute.</param>
    public static string UploadSummary(string file) => "##vso[task.uploadsummary]" + EscapeAzure(file, isProperty: false);

    private static string GitHub(Diagnostic diagnostic, string file)
    {
        var range = diagnostic.Range;
        var kind = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        };
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"::{kind} file={EscapeGitHub(file, isProperty: true)},line={Math.Max(1, range.StartLine)},endLine={Math.Max(1, range.EndLine)}");
        // A column counts only within one line, and its end is the last one that belongs to the place.
        if (range.StartLine == range.EndLine && range.StartColumn > 0)
            text.Append(CultureInfo.InvariantCulture, $",col={range.StartColumn},endColumn={Math.Max(range.StartColumn, range.EndColumn - 1)}");
        return text.Append(CultureInfo.InvariantCulture, $",title={diagnostic.Code}::{EscapeGitHub(diagnostic.Message, isProperty: false)}").ToString();
    }

    private static string Azure(Diagnostic diagnostic, string file) => string.Create(
        CultureInfo.InvariantCulture,
        $"##vso[task.logissue type={(diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning")};sourcepath={EscapeAzure(file, isProperty: true)};linenumber={Math.Max(1, diagnostic.Range.StartLine)};columnnumber={Math.Max(1, diagnostic.Range.StartColumn)};code={diagnostic.Code}]{EscapeAzure(diagnostic.Message, isProperty: false)}");

    private static string EscapeGitHub(string text, bool isProperty)
    {
        var escaped = text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        return isProperty ? escaped.Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal) : escaped;
    }

    private static string EscapeAzure(string text, bool isProperty)
    {
        var escaped = text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        return isProperty ? escaped.Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal) : escaped;
    }
}
