using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Publishing;

public sealed class WebProject(PackageFeed feed)
{
    private const string Web = "Microsoft.NET.Sdk.Web";

    [Fact]
    public void Publishes_what_articles_use_and_no_sources()
    {
        var project = Site();

        project.Run("publish", "-o", "out").Passes();

        Assert.Equal(["out/wwwroot/posts/manual ü.pdf", "out/wwwroot/posts/picture.png", "out/wwwroot/site.css"], Published(project, "out/wwwroot"));
        Assert.DoesNotContain(Published(project, "out"), path => path.EndsWith("content.json", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal));
    }

    [Fact]
    public void Serves_them_from_where_they_lie_while_it_is_developed()
    {
        var project = Site();

        project.Build().Passes();
        var manifest = File.ReadAllText(project.PathOf("bin/Debug/net10.0/app.staticwebassets.runtime.json"));

        Assert.Contains("picture.png", manifest, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(project.Folder, "content") + Path.DirectorySeparatorChar, manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("unused.png", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Forgets_what_no_article_uses_any_more()
    {
        var project = Site();
        project.Run("publish", "-o", "out").Passes();

        project.Article("posts/a.md", "A").Run("publish", "-o", "again").Passes();

        Assert.Equal(["again/wwwroot/site.css"], Published(project, "again/wwwroot"));
    }

    private TestProject Site() => new TestProject(feed, sdk: Web, type: "Library", properties: "<OutputType>Exe</OutputType>")
        .Write("Program.cs", "var app = WebApplication.CreateBuilder(args).Build(); app.MapStaticAssets(); app.MapGet(\"/\", () => Catalog.Posts.Count); app.Run();")
        .Write("wwwroot/site.css", "a { color: red }")
        .Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "posts/*.md", "fields": { "title": "string", "date": "date" } }, "people": { "type": "Person", "files": "people/*.yml", "fields": { "name": "string" } } } }""")
        .Write("content/people/jane.yml", "name: Jane\n")
        .Write("content/posts/picture.png", "a file").Write("content/posts/unused.png", "a file").Write("content/posts/manual ü.pdf", "a file")
        .Article("posts/a.md", "A", body: "![p](picture.png) [m](manual%20ü.pdf)");

    /// <summary>Without what the SDK compresses.</summary>
    private static string[] Published(TestProject project, string folder) =>
        [.. project.FilesBelow(folder).Where(path => Path.GetExtension(path) is not (".br" or ".gz"))];
}
