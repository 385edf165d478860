using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.References;

public sealed class WaysToRefer(PackageFeed feed)
{
    private const string Private = "Users of this library would lack Content.Runtime, which its catalog stands on: PrivateAssets keeps the reference to Content.Build from them. Remove PrivateAssets from it.";

    [Theory]
    [InlineData("""PrivateAssets="all" IncludeAssets="runtime; build; native; contentfiles; analyzers; buildtransitive" """)]
    [InlineData("""ExcludeAssets="compile" """)]
    public void Without_what_to_compile_against_work(string metadata)
    {
        var project = Refers(metadata);

        project.Build().Passes();

        Assert.Equal(["2026-11-23 A /a/"], project.Output());
    }

    [Fact]
    public void Without_the_runtime_get_one_error() => Refers("""IncludeAssets="build" """).Build().Fails(
        "app.csproj : error CONTENT0001: The project does not refer to Content.Runtime, which generated code stands on: the reference to Content.Build leaves it out. Remove 'IncludeAssets' and 'ExcludeAssets' from it, or add 'compile' and 'runtime'.");

    [Fact]
    public void Privately_from_a_library_get_one_error() => Refers("""PrivateAssets="all" """, "Library").Build().Fails($"app.csproj : error CONTENT0001: {Private}");

    /// <summary>NuGet makes such a reference private, which a catalog cannot be: its users would lack what it stands on.</summary>
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0;net10.0")]
    public void From_every_project_work_and_are_a_dependency_of_what_is_packed(string framework)
    {
        var folder = feed.NewFolder("global");
        var library = new TestProject(feed, reference: "", type: "Library", framework: framework, name: "globaltexts", folder: Path.Combine(folder, "globaltexts")).Article("a.md", "A")
            .Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="Content.Build" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);
        library.Build().Passes();
        library.Run("pack", "-o", Path.Combine(feed.Folder, "feed"), $"-p:PackageVersion={framework.Length}.0.0").Passes();

        var project = new TestProject(feed, folder: Path.Combine(folder, "app"), reference: $"""<PackageReference Include="globaltexts" Version="{framework.Length}.0.0" />""")
            .Write("Program.cs", "Console.WriteLine(globaltexts.Catalog.Articles.A.Title);");
        project.Build().Passes();
        Assert.Equal(["A"], project.Output());
    }

    private TestProject Refers(string metadata, string type = "Exe") => new TestProject(
        feed, type: type, reference: $"""<PackageReference Include="Content.Build" Version="{feed.Version}" {metadata}/>""").Article("a.md", "A");
}
