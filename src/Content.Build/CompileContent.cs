using Content.Compiler;
using Content.Compiler.Sources;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>
/// Compiles a project's content: translates items and properties into a <see cref="CompilationRequest"/>, and the result into the log and items.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CompileContent : ContentTask
{
    /// <summary>Where outputs and the state go.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Where the JSON Schemas go, by which editors complete content.json and front matter; empty for nowhere.</summary>
    public string SchemaDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentNamespace</c>.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The value of <c>RootNamespace</c>, which stands in for an empty <c>ContentNamespace</c>; made a legal one where the project's name is none.</summary>
    public string RootNamespace { get; set; } = "";

    /// <summary>The value of <c>ContentCatalogName</c>.</summary>
    [Required]
    public string CatalogName { get; set; } = "";

    /// <summary>The value of <c>ContentAccessibility</c>: public or internal.</summary>
    public string Accessibility { get; set; } = "public";

    /// <summary>The value of <c>ContentDrafts</c>: include or exclude.</summary>
    public string Drafts { get; set; } = "exclude";

    /// <summary>The value of <c>ContentBuildDate</c>; empty for today, UTC.</summary>
    public string BuildDate { get; set; } = "";

    /// <summary>Where the project's assets are served: empty, or such as <c>/_content/Texts</c>.</summary>
    public string AssetBase { get; set; } = "";

    /// <summary>The value of <c>ContentStorage</c>: file or embedded.</summary>
    public string Storage { get; set; } = "embedded";

    /// <summary>The value of <c>ContentLive</c>: whether a program that runs from the build output follows its articles.</summary>
    public string Live { get; set; } = "false";

    /// <summary>The <c>dotnet</c> that such a program starts the compiler with.</summary>
    public string Host { get; set; } = "";

    /// <summary>The value of <c>DocumentationFile</c>: where the C# compiler writes the documentation of the code; empty for nowhere.</summary>
    public string DocumentationFile { get; set; } = "";

    /// <summary>The value of <c>ContentBaselineMode</c>: accept or shrink.</summary>
    public string BaselineMode { get; set; } = "accept";

    /// <summary>The value of <c>ContentSamples</c>: true, false, or empty for true where there are any.</summary>
    public string Samples { get; set; } = "";

    /// <summary>The value of <c>IsTestProject</c>, which always has the list of samples.</summary>
    public string IsTestProject { get; set; } = "";

    /// <summary>The value of <c>Nullable</c>, which holds for samples.</summary>
    public string Nullable { get; set; } = "";

    /// <summary>The assemblies that the project refers to: the APIs that articles may name.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The C# files of the project, likewise.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Whether the bytes of inputs and outputs are looked at, whatever their times say: for Rebuild and <c>--no-incremental</c>.</summary>
    public bool Verify { get; set; }

    /// <summary>Images and files that articles use; <c>RelativePath</c> is the place below the web root.</summary>
    [Output]
    public ITaskItem[] Assets { get; private set; } = [];

    /// <summary>Every file written, for incremental clean.</summary>
    [Output]
    public ITaskItem[] FilesWritten { get; private set; } = [];

    private protected override void Run(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        var isFile = properties.Choice("ContentStorage", Storage, "file", "embedded");
        var output = properties.FullPath(OutputDirectory);
        using var cores = RequestedCores.Request(BuildEngine);
        var request = MakeRequest(properties, OutputDirectory, cores.Cores);
        request = request with
        {
            AssetBase = AssetBase,
            SchemaDirectory = SchemaDirectory.Length == 0 ? null : properties.FullPath(SchemaDirectory),
            Namespace = Namespace.Length == 0 ? RootNamespace : properties.Namespace("ContentNamespace", Namespace),
            CatalogName = properties.CatalogName("ContentCatalogName", CatalogName, Namespace.Length == 0 ? RootNamespace : Namespace),
            IsPublic = properties.Choice("ContentAccessibility", Accessibility, "public", "internal"),
            IncludeUnpublished = properties.Choice("ContentDrafts", Drafts, "include", "exclude"),
            BuildDate = properties.Date("ContentBuildDate", BuildDate, request.BuildDate),
            CompilesComments = !isFile || DocumentationFile.Length > 0,
            CheckLinks = !IsDesignTime,
            References = [.. References.Select(item => properties.FullPath(item.ItemSpec))],
            Sources = [.. Sources.Select(item => properties.FullPath(item.ItemSpec)).Where(file => !file.StartsWith(output, StringComparison.Ordinal))],
            CompilesSamples = Samples.Length > 0
                ? properties.Choice("ContentSamples", Samples, "true", "false")
                : string.Equals(IsTestProject, "true", StringComparison.OrdinalIgnoreCase) ? true : null,
            Nullable = Nullable.ToLowerInvariant() is "enable" or "warnings" or "annotations" ? Nullable.ToLowerInvariant() : "disable",
            ShrinksBaseline = !properties.Choice("ContentBaselineMode", BaselineMode, "accept", "shrink"),
            Verify = Verify,
        };
        var isLive = properties.Choice("ContentLive", Live, "true", "false") && isFile;
        // In an editor what is wrong with a property must not take the types away: defaults stand in.
        if (!properties.Report(diagnostics) && !IsDesignTime)
            return;

        request = request with { HistoryFile = WriteHistory(request) };
        var result = ContentCompiler.Compile(request, Cancellation);
        diagnostics.Write(result.Diagnostics);
        diagnostics.TakeSuppressed(result.Suppressed);
        Unreferenced = result.Unreferenced;
        // Where the folder could not be made, that has been said. In an editor's build, too, since the file is among those that are copied.
        if (isLive && Directory.Exists(request.OutputDirectory) && LiveProjectFile.Write(request, BuildDate.Length > 0, Host, HelpDirectory, new(TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, NoWarn)) is { } unwritable)
            diagnostics.Write(unwritable);
        Assets = AssetItems.From(result.Assets, properties.ProjectDirectory);
        FilesWritten = [.. result.FilesWritten.Concat(request.HistoryFile is { } history ? [history] : []).Select(file => new TaskItem(ItemText.Escape(file)))];
    }

    /// <summary>Where the articles' last changes are written down; null where the configuration does not ask for them.</summary>
    private string? WriteHistory(CompilationRequest request)
    {
        if (ContentCompiler.FindHistoryRoot(request) is not { } root)
            return null;
        var file = Path.Combine(request.OutputDirectory, FileHistory.FileName);
        var history = new GitHistory(request.ProjectDirectory, Cancellation);
        history.Write(root, file);
        if (history.Problem is { } problem)
            Log.LogMessageFromText($"It is not known when articles were last changed: {problem}.", MessageImportance.High);
        return file;
    }
}
