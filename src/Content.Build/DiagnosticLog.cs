using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>Hands diagnostics to MSBuild.</summary>
internal sealed class DiagnosticLog(TaskLoggingHelper log, string projectFile, HelpPages pages, WarningPolicy policy, bool isDesignTime)
{
    private readonly string projectDirectory = Path.GetDirectoryName(projectFile)!;
    private readonly List<Diagnostic> written = [];

    private static readonly DiagnosticSuppression bySetting = new(IsInSource: false, "NoWarn or MSBuildWarningsAsMessages");

    /// <summary>What was written or suppressed, with the severities that it was written with, for the report.</summary>
    public IReadOnlyList<Diagnostic> Written => written;

    /// <summary>Whether the project wants to see a diagnostic at all.</summary>
    public bool IsReported(Diagnostic diagnostic) => !policy.IsSilenced(diagnostic);

    /// <summary>Takes what comments of the articles silence into the report.</summary>
    public void TakeSuppressed(IEnumerable<Diagnostic> suppressed) =>
        written.AddRange(suppressed.Select(diagnostic => diagnostic with { Severity = policy.SeverityOf(diagnostic) }));

    /// <summary>Logs several, in their order.</summary>
    public void Write(IEnumerable<Diagnostic> several)
    {
        foreach (var diagnostic in several)
            Write(diagnostic);
    }

    /// <summary>
    /// Logs one diagnostic. No message arguments are passed, or a <c>{</c> in a title would throw.
    /// A design-time build must not fail, so there everything is a message.
    /// </summary>
    public void Write(Diagnostic diagnostic)
    {
        var severity = policy.SeverityOf(diagnostic);
        var isSilenced = policy.IsSilenced(diagnostic);
        written.Add(diagnostic with { Severity = severity, Suppression = isSilenced ? bySetting : diagnostic.Suppression });
        var file = MessageText.FileForLog(diagnostic.File.Length == 0 ? projectFile : Path.GetFullPath(diagnostic.File, projectDirectory));
        if (diagnostic.Detail is { } detail)
            log.LogMessage(MessageImportance.Low, "{0}", MessageText.LinesForLog(detail));
        var range = diagnostic.Range;
        // MSBuild itself silences what NoWarn says where that is set before its own targets; what is set later is known here alone.
        if (isDesignTime || isSilenced || severity == DiagnosticSeverity.Info)
        {
            log.LogMessage(
                null, diagnostic.Code, null, file, range.StartLine, range.StartColumn, range.EndLine, range.EndColumn,
                isSilenced ? MessageImportance.Low : MessageImportance.High, diagnostic.Message);
        }
        else if (severity == DiagnosticSeverity.Error)
        {
            log.LogError(
                null, diagnostic.Code, null, pages.LinkTo(diagnostic.Code), file,
                range.StartLine, range.StartColumn, range.EndLine, range.EndColumn, diagnostic.Message);
        }
        else if (severity == DiagnosticSeverity.Warning)
        {
            log.LogWarning(
                null, diagnostic.Code, null, pages.LinkTo(diagnostic.Code), file,
                range.StartLine, range.StartColumn, range.EndLine, range.EndColumn, diagnostic.Message);
        }
    }
}
