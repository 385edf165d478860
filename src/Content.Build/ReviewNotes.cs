using Content.Compiler.Diagnostics;
using Content.Compiler.Reports;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>What the property <c>ContentAnnotations</c> asks for: annotations in the review, and a summary of the step.</summary>
internal sealed class ReviewNotes(TaskLoggingHelper log, string projectFile, string targetFramework)
{
    private const string SummaryName = "summary.md";

    /// <summary>Writes both where a platform is there to read them.</summary>
    public void Write(
        string choice, string gitHubActions, string azurePipelines, string stepSummary, string directory, DiagnosticLog diagnostics, (int Articles, int Files) unreferenced)
    {
        var properties = new PropertyReader(projectFile);
        var platform = properties.OneOf("ContentAnnotations", choice, "auto", "none", "github", "azure") switch
        {
            "github" => AnnotationPlatform.GitHub,
            "azure" => AnnotationPlatform.Azure,
            "auto" when IsTrue(gitHubActions) => AnnotationPlatform.GitHub,
            "auto" when IsTrue(azurePipelines) => AnnotationPlatform.Azure,
            _ => AnnotationPlatform.None,
        };
        properties.Report(diagnostics);
        if (platform == AnnotationPlatform.None)
            return;
        foreach (var line in Annotations.Of(platform, diagnostics.Written, projectFile, ContentReport.FindSourceRoot(Path.GetDirectoryName(projectFile)!)))
            log.LogMessage(MessageImportance.High, line);
        var summary = new StepSummary(Path.GetFileNameWithoutExtension(projectFile), targetFramework, unreferenced.Articles, unreferenced.Files);
        if (WriteSummary(platform, stepSummary, directory, summary.ToMarkdown(diagnostics.Written)) is { } unwritable)
            diagnostics.Write(unwritable with { Severity = DiagnosticSeverity.Warning });
    }

    /// <summary>A build without its summary is as good as one with it, so what keeps it from being written is a warning.</summary>
    private Diagnostic? WriteSummary(AnnotationPlatform platform, string stepSummary, string directory, string markdown)
    {
        var file = platform == AnnotationPlatform.GitHub ? stepSummary : directory.Length == 0 ? "" : Path.Combine(directory, SummaryName);
        if (file.Length == 0)
            return null;
        try
        {
            if (platform == AnnotationPlatform.GitHub)
            {
                // Appended, because every command of a step has its part.
                File.AppendAllText(file, markdown);
            }
            else
            {
                Directory.CreateDirectory(directory);
                File.WriteAllText(file, markdown);
                log.LogMessage(MessageImportance.High, Annotations.UploadSummary(file));
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return InternalErrors.UnwritableReport(file, failure.Message);
        }
    }

    private static bool IsTrue(string value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
