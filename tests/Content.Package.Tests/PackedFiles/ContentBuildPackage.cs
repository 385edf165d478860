using Content.Package.Tests.Packages;

namespace Content.Package.Tests.PackedFiles;

public sealed class ContentBuildPackage(PackageFeed feed)
{
    private static readonly string[] ownFiles =
    [
        "Content.Build.nuspec", "LICENSE", "README.md", "build/Content.Build.props", "build/Content.Build.targets",
        "buildMultiTargeting/Content.Build.targets",
    ];

    private static readonly string[] taskFiles =
    [
        "AngleSharp.dll", "Content.Build.deps.json", "Content.Build.dll", "Content.Compiler.dll", "Content.Runtime.dll", "Markdig.dll",
        "SharpYaml.dll", "System.IO.Hashing.dll", "Tomlyn.dll",
    ];

    /// <summary>The portable task, and the same compiled ahead of time for the machines that most builds run on.</summary>
    private static readonly string[] taskFolders = ["", "linux-x64/", "osx-arm64/", "win-x64/"];

    [Fact]
    public void Holds_the_targets_the_task_its_libraries_the_pages_and_nothing_else()
    {
        var tasks = taskFolders.SelectMany(folder => taskFiles.Select(file => $"tasks/net10.0/{folder}{file}"));
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "example-site/content/diagnostics"), "CONTENT*.md")
            .Select(page => "docs/" + Path.GetFileName(page));

        Assert.Equal(ownFiles.Concat(tasks).Concat(pages).Order(StringComparer.Ordinal), feed.FilesOf("Content.Build"));
    }

    [Fact]
    public void The_runtime_holds_one_assembly() => Assert.Equal(
        ["Content.Runtime.nuspec", "LICENSE", "README.md", "lib/net8.0/Content.Runtime.dll", "lib/net8.0/Content.Runtime.xml"],
        feed.FilesOf("Content.Runtime"));

    [Fact]
    public void Packing_warns_of_nothing() => feed.PackOutcome.Passes();
}
