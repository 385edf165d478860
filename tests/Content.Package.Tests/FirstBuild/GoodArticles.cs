using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.FirstBuild;

public sealed class GoodArticles(PackageFeed feed)
{
    [Fact]
    public void Are_a_catalog_in_the_program()
    {
        var project = new TestProject(feed)
            .Article("hello-world.md", "Hello", body: "See [the second](second.md#a-place).")
            .Article("second.md", "Second", "2026-11-24", body: "## A place")
            .Write("Program.cs", """
                foreach (Article article in Catalog.Articles)
                    Console.WriteLine($"{article.Date:yyyy-MM-dd} {article.Title} {article.Url}");
                Console.WriteLine(Catalog.Articles.HelloWorld.Body.Html.TrimEnd());
                Console.WriteLine(Catalog.Articles["second"].Next?.Title);
                IContentEntry? found = Catalog.Find("/second/");
                Console.WriteLine(ReferenceEquals(found, Catalog.Articles.Second));
                """);

        project.Build().Passes();

        Assert.Equal(
            ["2026-11-24 Second /second/", "2026-11-23 Hello /hello-world/", """<p>See <a href="/second/#a-place">the second</a>.</p>""", "Hello", "True"],
            project.Output());
    }
}
