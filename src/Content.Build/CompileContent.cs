using Content.Compiler;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>
/// Compiles a project's content: translates items and properties into a <see cref="CompilationRequest"/>, and the result into the log and items.
/// Everything it depends on is a parameter; paths are rooted at <see cref="ProjectFile"/>, because under <c>-mt</c> the current directory is somebody else's.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CompileContent : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The project, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The value of <c>ContentConfig</c>; empty for content.json where it exists.</summary>
    public string ConfigurationFile { get; set; } = "";

    /// <summary>The value of <c>ContentRoot</c>; empty for the configuration's.</summary>
    public string Root { get; set; } = "";

    /// <summary>Where outputs and the state go.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Where the JSON Schemas go, by which editors complete content.json and front matter; empty for nowhere.</summary>
    public string SchemaDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentNamespace</c>.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The value of <c>ContentCatalogName</c>.</summary>
    [Required]
    public string CatalogName { get; set; } = "";

    /// <summary>The value of <c>ContentAccessibility</c>: public or internal.</summary>
    public string Accessibility { get; set; } = "public";

    /// <summary>The value of <c>ContentDrafts</c>: include or exclude.</summary>
    public string Drafts { get; set; } = "exclude";

    /// <summary>The value of <c>ContentBuildDate</c>; empty for today, UTC.</summary>
    public string BuildDate { get; set; } = "";

    /// <summary>The value of <c>ContentReport</c>: where the SARIF report goes; empty for nowhere.</summary>
    public string ReportFile { get; set; } = "";

    /// <summary>Where the pages of the codes are.</summary>
    public string HelpDirectory { get; set; } = "";

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

    /// <summary>Images and files that articles use; <c>RelativePath</c> is the place below the web root.</summary>
    [Output]
    public ITaskItem[] Assets { get; private set; } = [];

    /// <summary>Every file written, for incremental clean.</summary>
    [Output]
    public ITaskItem[] FilesWritten { get; private set; } = [];

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    /// <inheritdoc/>
    public override bool Execute()
    {
        var pages = new HelpPages(HelpDirectory);
        var policy = new WarningPolicy(TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn);
        var diagnostics = new DiagnosticLog(Log, ProjectFile, pages, policy, IsDesignTime);
        try
        {
            Compile(diagnostics);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or AccessViolationException or ThreadAbortException))
        {
            // Whatever comes here is unforeseen: MSBuild would print its stack as an error, and a user can do nothing with that.
            diagnostics.Write(InternalErrors.Defect(exception));
            Log.LogMessage(MessageImportance.Low, exception.ToString());
        }

        // A design-time build checks no links: its report would say less than the last build's.
        if (ReportFile.Length > 0 && !IsDesignTime && ContentReport.Write(ReportFile, ProjectFile, pages, diagnostics.Written) is { } unwritable)
            diagnostics.Write(unwritable);
        return !Log.HasLoggedErrors;
    }

    private void Compile(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        using var cores = CoreLease.Request(BuildEngine);
        var request = new CompilationRequest
        {
            ProjectDirectory = properties.ProjectDirectory,
            ConfigurationFile = properties.FullPath(ConfigurationFile.Length == 0 ? "content.json" : ConfigurationFile),
            ConfigurationIsRequired = ConfigurationFile.Length != 0,
            Root = Root.Length == 0 ? null : Root,
            OutputDirectory = properties.FullPath(OutputDirectory),
            SchemaDirectory = SchemaDirectory.Length == 0 ? null : properties.FullPath(SchemaDirectory),
            Namespace = properties.Namespace("ContentNamespace", Namespace),
            CatalogName = properties.ClassName("ContentCatalogName", CatalogName),
            IsPublic = properties.Choice("ContentAccessibility", Accessibility, "public", "internal"),
            IncludeUnpublished = properties.Choice("ContentDrafts", Drafts, "include", "exclude"),
            BuildDate = properties.Date("ContentBuildDate", BuildDate, DateOnly.FromDateTime(DateTime.UtcNow)),
            CheckLinks = !IsDesignTime,
            MaxParallelism = cores.Cores,
        };
        foreach (var diagnostic in properties.Diagnostics)
            diagnostics.Write(diagnostic);
        // In an editor what is wrong with a property must not take the types away: defaults stand in.
        if (properties.Diagnostics.Count > 0 && !IsDesignTime)
            return;

        var result = ContentCompiler.Compile(request, cancellation.Token);
        foreach (var diagnostic in result.Diagnostics)
            diagnostics.Write(diagnostic);
        Assets = AssetItems.From(result.Assets, properties.ProjectDirectory);
        FilesWritten = [.. result.FilesWritten.Select(file => new TaskItem(ItemText.Escape(file)))];
    }
}
