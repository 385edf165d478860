using System.Globalization;
using Content.Compiler;
using Content.Compiler.Diagnostics;
using Content.Compiler.Workspaces;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Accepts the faults that a project has now: writes <c>content.baseline.txt</c>. Run by hand, never by a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class AcceptContentBaseline : ContentTask
{
    /// <summary>Where the state of builds is.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentDrafts</c>: include or exclude.</summary>
    public string Drafts { get; set; } = "exclude";

    /// <summary>The value of <c>ContentBuildDate</c>; empty for today, UTC.</summary>
    public string BuildDate { get; set; } = "";

    /// <summary>Where the project's assets are served: empty, or such as <c>/_content/Texts</c>.</summary>
    public string AssetBase { get; set; } = "";

    /// <summary>The value of <c>RootNamespace</c>.</summary>
    public string RootNamespace { get; set; } = "";

    /// <summary>The value of <c>ContentBaselineMode</c>: accept or shrink.</summary>
    public string BaselineMode { get; set; } = "accept";

    private protected override void Run(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        using var cores = RequestedCores.Request(BuildEngine);
        var request = MakeRequest(properties, OutputDirectory, cores.Cores);
        request = request with
        {
            AssetBase = AssetBase,
            Namespace = RootNamespace,
            IncludeUnpublished = properties.Choice("ContentDrafts", Drafts, "include", "exclude"),
            BuildDate = properties.Date("ContentBuildDate", BuildDate, request.BuildDate),
            ShrinksBaseline = !properties.Choice("ContentBaselineMode", BaselineMode, "accept", "shrink"),
        };
        if (!properties.Report(diagnostics))
            return;

        var result = ContentCompiler.AcceptBaseline(request, diagnostics.IsReported, Cancellation);
        diagnostics.Write(result.Diagnostics);
        if (!result.Diagnostics.IsEmpty)
            return;
        // As warnings: the target did what it could, and the next build says again that they are errors.
        foreach (var fault in result.Unacceptable)
            diagnostics.Write(fault with { Severity = DiagnosticSeverity.Warning });
        Log.LogMessageFromText(Summary(request, result), MessageImportance.High);
        if (result.IsNew && result.Accepted > 0)
            LetGitMerge(properties.ProjectDirectory, diagnostics);
    }

    /// <summary>Only with a new file: who takes the attribute out again has a reason.</summary>
    private void LetGitMerge(string projectDirectory, DiagnosticLog diagnostics)
    {
        try
        {
            if (MergeAttribute.Write(projectDirectory) is { } file)
                Log.LogMessageFromText($"{MessageText.FileForLog(file)} now tells git to merge it by keeping the lines of both sides.", MessageImportance.High);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Write(InternalErrors.UnwritableReport(Path.Combine(projectDirectory, ".gitattributes"), failure.Message) with { Severity = Compiler.Diagnostics.DiagnosticSeverity.Warning });
        }
    }

    private static string Summary(CompilationRequest request, AcceptedBaseline result)
    {
        var file = MessageText.FileForLog(result.File);
        var accepted = string.Create(CultureInfo.InvariantCulture, $"{result.Accepted} fault{(result.Accepted == 1 ? "" : "s")}");
        var text = request.ShrinksBaseline
            ? string.Create(CultureInfo.InvariantCulture, $"{file} holds {accepted}; it held {result.Before}.")
            : $"{file} holds {accepted}. Builds report {(result.Accepted == 1 ? "it as a message" : "them as messages")}, and everything else as always.";
        return result.Unacceptable.IsEmpty
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text} {result.Unacceptable.Length} cannot be accepted and {(result.Unacceptable.Length == 1 ? "is" : "are")} reported as before.");
    }
}
