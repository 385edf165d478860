using Content.Compiler;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>
/// What the targets have to know before they compile the content: which folders are content and no part of the program, and the namespace of the catalog.
/// It reads content.json as the compiler does and says nothing about it: the compiler does, in the same build.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ReadContentSettings : Microsoft.Build.Utilities.Task
{
    /// <summary>The project, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The value of <c>ContentConfig</c>; empty for content.json where it exists.</summary>
    public string ConfigurationFile { get; set; } = "";

    /// <summary>The value of <c>ContentRoot</c>; empty for the configuration's.</summary>
    public string Root { get; set; } = "";

    /// <summary>The value of <c>ContentNamespace</c>; empty for the project's.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The value of <c>RootNamespace</c>.</summary>
    public string RootNamespace { get; set; } = "";

    /// <summary>Where the note for the next evaluation goes.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>Where SDKs and packages lie: what a file below them includes is a default, and no wish of the project's author.</summary>
    public string DefaultItemFolders { get; set; } = "";

    /// <summary>Items of the project.</summary>
    public ITaskItem[] Compile { get; set; } = [];

    /// <inheritdoc cref="Compile"/>
    public ITaskItem[] Content { get; set; } = [];

    /// <inheritdoc cref="Compile"/>
    public ITaskItem[] EmbeddedResource { get; set; } = [];

    /// <inheritdoc cref="Compile"/>
    public ITaskItem[] None { get; set; } = [];

    /// <inheritdoc cref="Compile"/>
    public ITaskItem[] Page { get; set; } = [];

    /// <summary>The folders, relative to the project's.</summary>
    [Output]
    public ITaskItem[] Folders { get; private set; } = [];

    /// <summary>The namespace of the catalog as C# writes it; empty for the global one.</summary>
    [Output]
    public string ImportedNamespace { get; private set; } = "";

    /// <summary>Those of the items that are defaults and lie in the folders.</summary>
    [Output]
    public ITaskItem[] CompileInContent { get; private set; } = [];

    /// <inheritdoc cref="CompileInContent"/>
    [Output]
    public ITaskItem[] ContentInContent { get; private set; } = [];

    /// <inheritdoc cref="CompileInContent"/>
    [Output]
    public ITaskItem[] EmbeddedResourceInContent { get; private set; } = [];

    /// <inheritdoc cref="CompileInContent"/>
    [Output]
    public ITaskItem[] NoneInContent { get; private set; } = [];

    /// <inheritdoc cref="CompileInContent"/>
    [Output]
    public ITaskItem[] PageInContent { get; private set; } = [];

    /// <summary>Those that are among them by their name, and by name in the project as well: to be kept once.</summary>
    [Output]
    public ITaskItem[] CompileByName { get; private set; } = [];

    /// <inheritdoc cref="CompileByName"/>
    [Output]
    public ITaskItem[] ContentByName { get; private set; } = [];

    /// <inheritdoc cref="CompileByName"/>
    [Output]
    public ITaskItem[] EmbeddedResourceByName { get; private set; } = [];

    /// <inheritdoc cref="CompileByName"/>
    [Output]
    public ITaskItem[] NoneByName { get; private set; } = [];

    /// <inheritdoc cref="CompileByName"/>
    [Output]
    public ITaskItem[] PageByName { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var properties = new PropertyReader(ProjectFile);
        var configuration = properties.FullPath(ConfigurationFile.Length == 0 ? "content.json" : ConfigurationFile);
        // Before the file is read, so that what is written meanwhile is seen by the next build.
        var time = File.GetLastWriteTime(configuration);
        var settings = ContentCompiler.ReadSettings(new CompilationRequest
        {
            ProjectDirectory = properties.ProjectDirectory,
            ConfigurationFile = configuration,
            Root = Root.Length == 0 ? null : Root,
            OutputDirectory = properties.FullPath(OutputDirectory),
            Namespace = Namespace.Length == 0 ? RootNamespace : Namespace,
            BuildDate = DateOnly.MinValue,
            MaxParallelism = Environment.ProcessorCount,
        });
        ImportedNamespace = settings.Namespace;
        Folders = [.. settings.Folders.Select(folder => new TaskItem(ItemText.Escape(folder)))];
        var items = new DefaultItems(properties.ProjectDirectory, settings.Folders, DefaultItemFolders);
        (CompileInContent, CompileByName) = items.Select(Compile);
        (ContentInContent, ContentByName) = items.Select(Content);
        (EmbeddedResourceInContent, EmbeddedResourceByName) = items.Select(EmbeddedResource);
        (NoneInContent, NoneByName) = items.Select(None);
        (PageInContent, PageByName) = items.Select(Page);
        ContentFolderNote.Write(Path.Combine(properties.FullPath(OutputDirectory), "content.folders.props"), Root, ConfigurationFile, time, settings.Folders);
        return true;
    }
}
