using System.Collections.Immutable;
using Content.Compiler.Navigation;
using Content.Compiler.Workspaces;

namespace Content.Server.LanguageServer.Projects;

/// <summary>A project at one moment: its content, and the texts that were open.</summary>
/// <param name="Settings">What the project says.</param>
/// <param name="Snapshot">What a build of these texts says.</param>
/// <param name="Documents">The texts that were open, by path from the project folder.</param>
/// <param name="Number">Counts what was asked for; a request waits for the number that it found.</param>
internal sealed record ProjectState(ProjectSettings Settings, WorkspaceSnapshot Snapshot, ImmutableDictionary<string, OpenDocument> Documents, long Number)
{
    /// <summary>The content as one looks around in it.</summary>
    public SiteView Site { get; } = new(
        Snapshot,
        Path.GetRelativePath(Settings.Request.ProjectDirectory, Settings.Request.ConfigurationFile).Replace(Path.DirectorySeparatorChar, '/'),
        file => Documents.GetValueOrDefault(file)?.Source.Text);

    public string FullPath(string file) => Path.GetFullPath(file, Settings.Request.ProjectDirectory);
}
