using Content.Compiler;
using Content.Compiler.Diagnostics;
using Content.Compiler.Inference;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Writes a first content.json from the articles of a project. Run by hand, never by a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class InferContentSchema : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The project, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The value of <c>ContentConfig</c>: the file to write; empty for content.json.</summary>
    public string ConfigurationFile { get; set; } = "";

    /// <summary>The value of <c>ContentRoot</c>; empty for the default.</summary>
    public string Root { get; set; } = "";

    /// <summary>Where the pages of the codes are.</summary>
    public string HelpDirectory { get; set; } = "";

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        var diagnostics = new DiagnosticLog(Log, ProjectFile, new HelpPages(HelpDirectory), new WarningPolicy(false, "", "", ""), isDesignTime: false);
        try
        {
            Infer(diagnostics);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or AccessViolationException or ThreadAbortException))
        {
            // As in CompileContent: an unforeseen failure is ours to explain.
            diagnostics.Write(InternalErrors.Defect(exception));
            Log.LogMessage(MessageImportance.Low, exception.ToString());
        }

        return !Log.HasLoggedErrors;
    }

    private void Infer(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        var file = properties.FullPath(ConfigurationFile.Length == 0 ? "content.json" : ConfigurationFile);
        var request = new InferenceRequest
        {
            ProjectDirectory = properties.ProjectDirectory,
            ConfigurationFile = file,
            Root = Root.Length == 0 ? null : Root,
        };
        var result = ContentCompiler.Infer(request, cancellation.Token);
        foreach (var diagnostic in result.Diagnostics)
            diagnostics.Write(diagnostic);
        if (result.Text is not null)
            Log.LogMessageFromText($"Wrote {file}. Read it: its comments say what a person has to judge.", MessageImportance.High);
    }
}
