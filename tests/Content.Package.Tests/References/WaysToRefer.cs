using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.References;

public sealed class WaysToRefer(PackageFeed feed)
{
    private const string Private = "Users of this library would lack Content.Runtime, which its catalog stands on: PrivateAssets keeps the reference to Content.Build from them. Remove PrivateAssets from it; GlobalPackageReference always sets it, so a library that is packed needs a PackageReference.";

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

    [Fact]
    public void From_every_project_work_until_a_library_is_packed()
    {
        var project = new TestProject(feed, reference: "", type: "Library").Article("a.md", "A").Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="Content.Build" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);

        project.Build().Passes();
        project.Run("pack").Fails($"app.csproj : error CONTENT0001: {Private}");
    }

    private TestProject Refers(string metadata, string type = "Exe") => new TestProject(
        feed, type: type, reference: $"""<PackageReference Include="Content.Build" Version="{feed.Version}" {metadata}/>""").Article("a.md", "A");
}
