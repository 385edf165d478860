using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Neighbours;

public sealed class CentralVersions(PackageFeed feed)
{
    [Fact]
    public void Name_the_version_in_one_place()
    {
        var project = new TestProject(feed, reference: """<PackageReference Include="Content.Build" />""").Article("a.md", "A");
        project.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
              </PropertyGroup>
              <ItemGroup><PackageVersion Include="Content.Build" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);

        project.Build().Passes();

        Assert.Equal(["2026-11-23 A /a/"], project.Output());
    }
}
