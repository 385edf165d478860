using Content.Package.Tests.Packages;

namespace Content.Package.Tests.PackedFiles;

public sealed class ContentBuildPackage(PackageFeed feed)
{
    private static readonly string[] files =
    [
        "Content.Build.nuspec", "LICENSE", "README.md", "build/Content.Build.props", "build/Content.Build.targets",
        "tasks/net10.0/AngleSharp.dll", "tasks/net10.0/Content.Build.deps.json", "tasks/net10.0/Content.Build.dll",
        "tasks/net10.0/Content.Compiler.dll", "tasks/net10.0/Content.Runtime.dll", "tasks/net10.0/Markdig.dll",
        "tasks/net10.0/SharpYaml.dll", "tasks/net10.0/System.IO.Hashing.dll", "tasks/net10.0/Tomlyn.dll",
    ];

    [Fact]
    public void Holds_the_targets_the_task_its_libraries_the_pages_and_nothing_else()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "example-site/content/diagnostics"), "CONTENT*.md")
            .Select(page => "docs/" + Path.GetFileName(page));

        Assert.Equal(files.Concat(pages).Order(StringComparer.Ordinal), feed.FilesOf("Content.Build"));
    }

    [Fact]
    public void The_runtime_holds_one_assembly() => Assert.Equal(
        ["Content.Runtime.nuspec", "LICENSE", "README.md", "lib/net8.0/Content.Runtime.dll", "lib/net8.0/Content.Runtime.xml"],
        feed.FilesOf("Content.Runtime"));

    [Fact]
    public void Packing_warns_of_nothing() => feed.PackOutcome.Passes();
}
