using Content.Compiler;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>
/// What the tasks have in common: the project and its content, what it wants done with warnings, cancellation, and that nothing ends in a stack trace.
/// Everything a task depends on is a parameter; paths are rooted at <see cref="ProjectFile"/>, because under <c>-mt</c> the current directory is somebody else's.
/// </summary>
public abstract class ContentTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The project, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The value of <c>ContentConfig</c>; empty for content.json where it exists.</summary>
    public string ConfigurationFile { get; set; } = "";

    /// <summary>The value of <c>ContentRoot</c>; empty for the configuration's.</summary>
    public string Root { get; set; } = "";

    /// <summary>The items <c>EditorConfigFiles</c> and <c>GlobalAnalyzerConfigFiles</c>, which can set severities.</summary>
    public ITaskItem[] AnalyzerConfigFiles { get; set; } = [];

    /// <summary>The <c>.razor</c> and <c>.cshtml</c> files of the project.</summary>
    public ITaskItem[] PageFiles { get; set; } = [];

    /// <summary>The value of <c>AssemblyName</c>.</summary>
    public string AssemblyName { get; set; } = "";

    /// <summary>Where the pages of the codes are.</summary>
    public string HelpDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentReport</c>: where the SARIF report goes; empty for nowhere.</summary>
    public string ReportFile { get; set; } = "";

    /// <summary>The value of <c>TargetFramework</c>, for the report.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The value of <c>ContentAnnotations</c>: auto, none, github or azure.</summary>
    public string Annotations { get; set; } = "none";

    /// <summary>The value of <c>GITHUB_ACTIONS</c>.</summary>
    public string GitHubActions { get; set; } = "";

    /// <summary>The value of <c>TF_BUILD</c>.</summary>
    public string AzurePipelines { get; set; } = "";

    /// <summary>The value of <c>GITHUB_STEP_SUMMARY</c>: the file that a summary is appended to.</summary>
    public string StepSummaryFile { get; set; } = "";

    /// <summary>Where the summary for Azure Pipelines goes; empty where there is none.</summary>
    public string SummaryDirectory { get; set; } = "";

    /// <summary>Whether this is a design-time build: it checks no links and never fails.</summary>
    public bool IsDesignTime { get; set; }

    /// <summary>The value of <c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The values of <c>WarningsAsErrors</c> and <c>MSBuildWarningsAsErrors</c>.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>The value of <c>WarningsNotAsErrors</c>.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>The values of <c>NoWarn</c> and <c>MSBuildWarningsAsMessages</c>.</summary>
    public string NoWarn { get; set; } = "";

    private protected CancellationToken Cancellation => cancellation.Token;

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        var pages = new HelpPages(HelpDirectory);
        var policy = new WarningPolicy(TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn);
        var diagnostics = new DiagnosticLog(Log, ProjectFile, pages, policy, IsDesignTime);
        try
        {
            Run(diagnostics);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or AccessViolationException or ThreadAbortException))
        {
            // Whatever comes here is unforeseen: MSBuild would print its stack as an error, and a user can do nothing with that.
            diagnostics.Write(InternalErrors.Defect(exception));
        }

        if (!IsDesignTime)
            new ReviewNotes(Log, ProjectFile, TargetFramework).Write(Annotations, GitHubActions, AzurePipelines, StepSummaryFile, SummaryDirectory, diagnostics, Unreferenced);
        // A design-time build checks no links: its report would say less than the last build's.
        if (ReportFile.Length > 0 && !IsDesignTime && ContentReport.Write(ReportFile, ProjectFile, TargetFramework, pages, diagnostics.Written) is { } unwritable)
            diagnostics.Write(unwritable);
        return !Log.HasLoggedErrors;
    }

    /// <summary>How many articles nothing leads to, and how many files nothing uses; for the summary.</summary>
    private protected (int Articles, int Files) Unreferenced { get; set; }

    /// <summary>Does the work. What is wrong goes into <paramref name="diagnostics"/>.</summary>
    private protected abstract void Run(DiagnosticLog diagnostics);

    /// <summary>The content as the properties name it.</summary>
    private protected CompilationRequest MakeRequest(PropertyReader properties, string outputDirectory, int cores) => new()
    {
        ProjectDirectory = properties.ProjectDirectory,
        ConfigurationFile = properties.FullPath(ConfigurationFile.Length == 0 ? "content.json" : ConfigurationFile),
        ConfigurationIsRequired = ConfigurationFile.Length != 0,
        Root = Root.Length == 0 ? null : Root,
        OutputDirectory = properties.FullPath(outputDirectory),
        AssemblyName = AssemblyName,
        AnalyzerConfigFiles = [.. AnalyzerConfigFiles.Select(file => properties.FullPath(file.ItemSpec)).Distinct(StringComparer.Ordinal)],
        PageFiles = [.. PageFiles.Select(file => properties.FullPath(file.ItemSpec)).Distinct(StringComparer.Ordinal)],
        BuildDate = DateOnly.FromDateTime(DateTime.UtcNow),
        MaxParallelism = cores,
    };
}
