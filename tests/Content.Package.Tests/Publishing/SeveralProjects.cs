using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Publishing;

/// <summary>A web project and a class library, each with articles that use an image.</summary>
public sealed class SeveralProjects(PackageFeed feed)
{
    private const string Shared = "<ContentRoot>../shared</ContentRoot>";

    [Fact]
    public void That_share_a_content_folder_serve_its_images_each_at_its_own_address()
    {
        var web = Site(Shared);

        web.Run("publish", "-o", "out").Passes();

        Assert.Equal(["out/wwwroot/_content/texts/i.png", "out/wwwroot/i.png"], Images(web));
        Assert.Contains("\"/i.png\"", Text(web), StringComparison.Ordinal);
        Assert.Contains("\"/_content/texts/i.png\"", File.ReadAllText(web.PathOf("../texts/obj/Release/net10.0/content/Content.Catalog")), StringComparison.Ordinal);
    }

    [Fact]
    public void That_have_an_image_of_one_name_serve_both()
    {
        var web = Site("");

        web.Run("publish", "-o", "out").Passes();

        Assert.Equal(["out/wwwroot/_content/texts/i.png", "out/wwwroot/i.png"], Images(web));
    }

    [Fact]
    public void That_have_two_files_at_one_address_get_one_error() => Site("").Write("wwwroot/i.png", "another file").Build().Fails(
        "content/i.png(1,1,1,1): error CONTENT4001: 'content/i.png' and 'wwwroot/i.png' would both be served at '/i.png'. Rename one of them, or move it to another folder.");

    /// <summary>A library that knows no static web assets has none of its own, so the web project serves them.</summary>
    [Fact]
    public void Of_which_the_library_is_a_plain_one_serve_its_images_at_the_root()
    {
        var folder = feed.NewFolder("plain");
        new TestProject(feed, type: "Library", name: "texts", folder: Path.Combine(folder, "texts"))
            .Write("content/a.md", "---\ntitle: A\ndate: 2026-11-23\n---\n\n![i](img/i.png)\n").Write("content/img/i.png", "a file").Write("content/img/unused.png", "a file");
        var web = new TestProject(
            feed, "<OutputType>Exe</OutputType>", sdk: "Microsoft.NET.Sdk.Web", type: "Library", name: "web", folder: Path.Combine(folder, "web"),
            items: """<ProjectReference Include="../texts/texts.csproj" />""", reference: "");
        web.Write("Program.cs", "var app = WebApplication.CreateBuilder(args).Build(); app.MapStaticAssets(); app.MapGet(\"/\", () => texts.Catalog.Articles.A.Title); app.Run();");

        web.Run("publish", "-o", "out").Passes();

        Assert.Equal(["out/wwwroot/img/i.png"], Images(web));
        web.Build("--no-restore", "-graph", "-isolate").Passes();
        Assert.Equal(["CONTENT4001"], web.Write("wwwroot/img/i.png", "another file").Build().Codes);
    }

    [Fact]
    public void Of_which_the_library_is_a_plain_one_share_a_content_folder()
    {
        var web = Site(Shared, "Microsoft.NET.Sdk");

        web.Run("publish", "-o", "out").Passes();

        Assert.Equal(["out/wwwroot/i.png"], Images(web));
    }

    private TestProject Site(string properties, string sdk = "Microsoft.NET.Sdk.Razor")
    {
        var folder = feed.NewFolder("several");
        var library = new TestProject(feed, properties, sdk: sdk, type: "Library", name: "texts", folder: Path.Combine(folder, "texts"));
        var web = new TestProject(
            feed, properties + "<OutputType>Exe</OutputType>", sdk: "Microsoft.NET.Sdk.Web", type: "Library", name: "web", folder: Path.Combine(folder, "web"),
            items: """<ProjectReference Include="../texts/texts.csproj" />""");
        web.Write("Program.cs", "var app = WebApplication.CreateBuilder(args).Build(); app.MapStaticAssets(); app.MapGet(\"/\", () => Catalog.Articles.A.Title + texts.Catalog.Articles.A.Title); app.Run();");
        foreach (var project in properties.Length == 0 ? [library, web] : (TestProject[])[web])
        {
            var content = properties.Length == 0 ? "content/" : "../shared/";
            project.Write(content + "a.md", "---\ntitle: A\ndate: 2026-11-23\n---\n\n![i](i.png)\n").Write(content + "i.png", "a file");
        }

        return web;
    }

    private static string[] Images(TestProject project) => [.. project.FilesBelow("out/wwwroot").Where(path => path.EndsWith(".png", StringComparison.Ordinal))];

    private static string Text(TestProject project) => File.ReadAllText(project.PathOf("obj/Release/net10.0/content/Content.Catalog"));
}
