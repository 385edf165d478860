using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.FirstBuild;

public sealed class NoContentFolder(PackageFeed feed)
{
    [Fact]
    public void Warns_and_makes_an_empty_catalog()
    {
        var project = new TestProject(feed).Write("Program.cs", "Console.WriteLine(Catalog.Articles.Count);");

        project.Build().Passes(
            "app.csproj(1,1,1,1): warning CONTENT0005: The content folder 'content' does not exist, so the catalog is empty. Create it, or set 'root' in content.json or the property ContentRoot.");

        Assert.Equal(["0"], project.Output());
    }
}
