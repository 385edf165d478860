using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class GraphBuild(PackageFeed feed)
{
    [Theory]
    [InlineData("-graph")]
    [InlineData("-graph", "-isolate")]
    public void Builds_projects_that_refer_to_each_other(params string[] switches)
    {
        var folder = feed.NewFolder("graph");
        var library = new TestProject(feed, type: "Library", name: "texts", folder: Path.Combine(folder, "texts")).Article("a.md", "A of texts");
        var project = new TestProject(
            feed, folder: Path.Combine(folder, "app"), items: """<ProjectReference Include="../texts/texts.csproj" />""").Article("a.md", "A of app");
        project.Write("Program.cs", "Console.WriteLine(Catalog.Articles.A.Title + \", \" + texts.Catalog.Articles.A.Title);");
        project.Run("restore").Passes();

        project.Run("msbuild", [.. switches, "-m"]).Passes();

        Assert.Equal(["A of app, A of texts"], project.Output());
        Assert.True(File.Exists(library.Blob));
    }
}
