using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Libraries;

public sealed class LibraryWithCatalog(PackageFeed feed)
{
    private const string Reference = """<ProjectReference Include="../texts/texts.csproj" />""";

    [Fact]
    public void Is_used_by_a_project_without_the_package()
    {
        var folder = feed.NewFolder("used");
        Library(folder);
        var project = new TestProject(feed, folder: Path.Combine(folder, "app"), items: Reference, reference: "");
        project.Write("Program.cs", "Console.WriteLine(texts.Catalog.Articles.Hello.Body.Html.TrimEnd());");

        project.Build().Passes();

        Assert.Equal(["<p>From a library.</p>"], project.Output());
        Assert.Empty(project.FilesBelow("obj/Debug/net10.0/content"));
    }

    [Fact]
    public void Is_used_by_a_project_with_a_catalog_of_its_own()
    {
        var folder = feed.NewFolder("both");
        Library(folder);
        var project = new TestProject(feed, folder: Path.Combine(folder, "app"), items: Reference).Article("hello.md", "Hello", body: "From the program.");
        project.Write("Program.cs", "Console.WriteLine(Catalog.Articles.Hello.Body.Html.TrimEnd() + texts.Catalog.Articles.Hello.Body.Html.TrimEnd());");

        project.Build().Passes();
        var second = project.Build("--no-restore", "-v:diag");

        Assert.Equal(["<p>From the program.</p><p>From a library.</p>"], project.Output());
        Assert.Equal(2, second.Output.Split("Done executing task \"CompileContent\"").Length - 1);
    }

    [Fact]
    public void Is_packed_and_used_from_its_package()
    {
        var folder = feed.NewFolder("packed");
        var library = Library(folder);
        library.Run("pack", "-o", Path.Combine(feed.Folder, "feed"), "-p:PackageVersion=3.0.0").Passes();
        var project = new TestProject(
            feed, folder: Path.Combine(folder, "app"), reference: """<PackageReference Include="texts" Version="3.0.0" />""");
        project.Write("Program.cs", "Console.WriteLine(texts.Catalog.Articles.Hello.Body.Html.TrimEnd());");

        project.Build().Passes();

        Assert.Equal(["<p>From a library.</p>"], project.Output());
        Assert.Equal(["lib/net10.0/texts.dll", "texts.nuspec"], feed.FilesOf("texts", "3.0.0"));
    }

    private TestProject Library(string folder) =>
        new TestProject(feed, type: "Library", name: "texts", folder: Path.Combine(folder, "texts")).Article("hello.md", "Hello", body: "From a library.");
}
