using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Properties;

/// <summary>A type that is called like a namespace hides it from some code, and is hidden by it from other.</summary>
public sealed class HidingNames(PackageFeed feed)
{
    [Theory]
    [InlineData("Catalog")]
    [InlineData("Catalog.API")]
    public void Of_the_catalog_are_one_error_that_names_the_property(string project) => new TestProject(feed, name: project).Article("a.md", "A").Build().Fails(
        $"{project}.csproj(1,1,1,1): error CONTENT0003: The class 'Catalog' and the namespace of that name would hide each other. Give the class another name by the property 'ContentCatalogName', such as 'SiteCatalog'.");

    [Fact]
    public void Are_none_once_the_advice_is_followed()
    {
        var project = new TestProject(feed, "<ContentCatalogName>SiteCatalog</ContentCatalogName>", name: "Catalog.API").Article("a.md", "A");
        project.Write("Program.cs", "Console.WriteLine(SiteCatalog.Articles.A.Title + Catalog.API.SiteCatalog.Articles.Count);");

        project.Build().Passes();

        Assert.Equal(["A1"], project.Output());
    }

    [Fact]
    public void Are_none_in_a_namespace_below_another()
    {
        var project = new TestProject(feed, name: "Shop.Catalog").Article("a.md", "A");
        project.Write("Program.cs", "Console.WriteLine(Catalog.Articles.A.Title + Shop.Catalog.Inside.Count);")
            .Write("Inside.cs", "namespace Shop.Catalog; static class Inside { public static int Count => Catalog.Articles.Count; }");

        project.Build().Passes();

        Assert.Equal(["A1"], project.Output());
    }

    [Fact]
    public void Of_the_default_type_are_one_error() => new TestProject(feed, name: "Article.Site").Article("a.md", "A").Build().Fails(
        "Article.Site.csproj(1,1,1,1): error CONTENT0003: The class 'Article' of the built-in configuration and the namespace 'Article.Site' would hide each other. Set the property 'ContentNamespace', or declare a collection with another type in content.json.");

    [Fact]
    public void Of_types_are_errors_where_they_are_declared() => new TestProject(feed, name: "Post")
        .Write("content.json", """{ "enums": { "System": ["a"] }, "collections": { "posts": { "type": "Post", "files": "*.md", "fields": {} } } }""").Article("a.md", "A").Build().Fails(
            "content.json(1,14,1,22): error CONTENT0003: 'System', the type of enum 'System', and the namespace of that name would hide each other. Give one of them another name.",
            "content.json(1,69,1,75): error CONTENT0003: 'Post', the type of collection 'posts', and the namespace of that name would hide each other. Give one of them another name.");
}
