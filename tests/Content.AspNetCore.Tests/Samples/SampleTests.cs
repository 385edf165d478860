using System.Net;

namespace Content.AspNetCore.Tests.Samples;

/// <summary>The four ways to make pages in ASP.NET Core, each a program of a few lines, as the recipes of the documentation have them.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task Blazor_renders_components_on_the_server()
    {
        await using var site = await Site.Start(
            app => app.MapContent(Catalog.Posts, post => Page.Of<PostComponent>(post)),
            builder => builder.Services.AddRazorComponents());
        await Shows(site, "/blog/second/");
    }

    [Fact]
    public async Task Minimal_apis_write_html()
    {
        await using var site = await Site.Start(app => app.MapContent(Catalog.Posts, post => Site.Document(post.Title, $"<h1>{WebUtility.HtmlEncode(post.Title)}</h1>{post.Body}")));
        await Shows(site, "/blog/second/");
    }

    [Fact]
    public async Task Mvc_shows_views_by_the_catalog_or_by_a_controller_of_its_own()
    {
        await using var site = await Site.Start(
            app =>
            {
                app.MapContent(Catalog.Posts, post => Page.View("~/Samples/Views/Post.cshtml", post));
                app.MapControllers();
            },
            builder => builder.Services.AddControllersWithViews().AddApplicationPart(typeof(SampleTests).Assembly));
        await Shows(site, "/blog/second/");
        await Shows(site, "/notes/second/");
        using var missing = await site.Get("/notes/nothing/");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Razor_Pages_have_the_slash_in_their_route()
    {
        await using var site = await Site.Start(
            app =>
            {
                app.MapRazorPages();
                app.MapContentSitemap("/sitemap.xml", map => map.Add(() => Catalog.Posts));
            },
            builder => builder.Services.AddRazorPages(options => options.RootDirectory = "/Samples/Pages").AddApplicationPart(typeof(SampleTests).Assembly));
        await Shows(site, "/articles/second/");
        Assert.Contains("/blog/second/", await site.Text("/sitemap.xml"), StringComparison.Ordinal);
    }

    private static async Task Shows(Site site, string path)
    {
        using var response = await site.Get(path);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, html);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<h1>The second</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"a-part\">", html, StringComparison.Ordinal);
    }
}
