using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Application;

/// <summary>The application and its articles know each other: what is renamed in either breaks the build at every place that links to it.</summary>
public sealed class BothWays(PackageFeed feed)
{
    private const string Page = "@page \"/weather\"\n\n<h1>Weather</h1>\n<a href=\"/hello/\">Hello</a>\n";

    [Fact]
    public void What_is_renamed_breaks_the_build_where_it_is_linked_to()
    {
        var project = Site();
        project.Build().Passes();
        project.Build("-t:AcceptContentUrls", "--no-restore").Passes();
        Assert.Equal(["/hello/"], File.ReadAllLines(project.PathOf("content.urls.txt")).Where(line => !line.StartsWith('#')));

        File.Move(project.PathOf("content/hello.md"), project.PathOf("content/welcome.md"));
        project.Build("--no-restore").Fails(
            "Pages/Shared/_Layout.cshtml(1,10,1,17): error CONTENT2001: Link target '~/hello' does not exist. If the application answers it, add it to 'routes' in content.json.",
            "Weather.razor(4,10,4,17): error CONTENT2001: Link target '/hello/' does not exist. If the application answers it, add it to 'routes' in content.json.",
            "content.urls.txt(3,1,3,8): error CONTENT4004: '/hello/' was published, and no article has this address any more. Write 'aliases: [/hello/]' into the front matter of the article that took its place.");

        File.Move(project.PathOf("content/welcome.md"), project.PathOf("content/hello.md"));
        project.Build("--no-restore").Passes();

        project.Write("Weather.razor", Page.Replace("/weather", "/climate", StringComparison.Ordinal)).Build("--no-restore").Fails(
            "content/hello.md(6,8,6,16): error CONTENT2001: Link target '/weather' does not exist. If the application answers it, add it to 'routes' in content.json.");
    }

    private TestProject Site() => new TestProject(feed, sdk: "Microsoft.NET.Sdk.Web", type: "Library", properties: "<OutputType>Exe</OutputType>")
        .Article("hello.md", "Hello", body: "[page](/weather)")
        .Write("Weather.razor", Page)
        .Write("Pages/Shared/_Layout.cshtml", "<a href=\"~/hello\">Hello</a> @RenderBody()\n")
        .Write("Program.cs", "var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/\", () => Catalog.Articles.Hello.Title); app.Run();");
}
