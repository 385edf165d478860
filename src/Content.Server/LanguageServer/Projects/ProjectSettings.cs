using Content.Compiler;

namespace Content.Server.LanguageServer.Projects;

/// <summary>What a project says about its content.</summary>
/// <param name="Request">What is compiled.</param>
/// <param name="HasFixedDate">Whether the project fixes the date that publishing dates are held against; if not, it is today.</param>
/// <param name="HelpDirectory">Where the pages of the codes are; empty where there are none.</param>
/// <param name="Source">Where this is known from, for the log.</param>
internal sealed record ProjectSettings(CompilationRequest Request, bool HasFixedDate, string HelpDirectory, string Source)
{
    /// <summary>Why the project itself could not be asked; null where it was.</summary>
    public string? Problem { get; init; }

    /// <summary>What the project wants done with warnings.</summary>
    public WarningSettings Warnings { get; init; } = WarningSettings.None;

    /// <summary>Those of a folder that has no project, or whose project says nothing.</summary>
    public static ProjectSettings Default(ProjectLocation location, string source) => new(
        new CompilationRequest
        {
            ProjectDirectory = location.Folder,
            ConfigurationFile = Path.Combine(location.Folder, "content.json"),
            OutputDirectory = Path.Combine(location.Folder, "obj", "content-server"),
            AssemblyName = location.ProjectFile is null ? "" : Path.GetFileNameWithoutExtension(location.ProjectFile),
            Namespace = location.ProjectFile is null ? "" : Path.GetFileNameWithoutExtension(location.ProjectFile),
            IncludeUnpublished = true,
            BuildDate = DateOnly.FromDateTime(DateTime.UtcNow),
            MaxParallelism = Environment.ProcessorCount,
        },
        HasFixedDate: false,
        HelpDirectory: DefaultHelp,
        source);

    /// <summary>The pages that lie beside the server in its package: <c>tasks/net10.0[/rid]/Content.Server.dll</c> and <c>docs</c>.</summary>
    private static string DefaultHelp
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (folder.Name.Equals("tasks", StringComparison.Ordinal))
                    return folder.Parent is { } package && Directory.Exists(Path.Combine(package.FullName, "docs")) ? Path.Combine(package.FullName, "docs") : "";
            }

            return "";
        }
    }
}
