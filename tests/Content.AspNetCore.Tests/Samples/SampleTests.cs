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
                app.MapContent(Catalog.Posts, post => Site.Document(post.Title, "Not the page that the program has."));
                app.MapContentSitemap("/sitemap.xml", map => map.Add(() => Catalog.Posts));
            },
            builder => builder.Services.AddRazorPages(options => options.RootDirectory = "/Samples/Pages").AddApplicationPart(typeof(SampleTests).Assembly));
        await Shows(site, "/blog/second/");
        Assert.Contains("/blog/second/", await site.Text("/sitemap.xml"), StringComparison.Ordinal);
        var html = await site.Text("/blog/second/");
        Assert.Contains("<meta property=\"og:title\" content=\"The second\">", html, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:url\" content=\"{site.Address}blog/second/\">", html, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/blog/second/"), await Leads(site, "/blog/2nd/"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/blog/hello-world/"), await Leads(site, "/2019/first.html"));
        Assert.Equal((HttpStatusCode.NotFound, null), await Leads(site, "/blog/nothing/"));
    }

    /// <summary>What the documentation shows is what these samples are made of.</summary>
    [Fact]
    public void Recipes_are_taken_from_here()
    {
        var page = Path.Combine(RepositoryRoot.Path, "example-site", "content", "docs", "web-sites.md");
        var recipes = File.ReadAllText(page).ReplaceLineEndings("\n").Split("\n## Recipes\n")[1];
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Content.AspNetCore.Tests", "Samples");
        var samples = string.Concat(Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(file => file != Path.Combine(folder, "SampleTests.cs")).Select(File.ReadAllText));
        var written = samples.Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var blocks = recipes.Split("```").Where((_, index) => index % 2 == 1).ToList();
        Assert.True(blocks.Count >= 4, "The recipes have lost their code.");
        // What is marked so is compiled where it stands.
        foreach (var line in blocks.Where(block => !block.StartsWith("csharp compile\n", StringComparison.Ordinal)).SelectMany(block => block.Split('\n').Skip(1)).Select(line => line.Trim()))
            Assert.True(line.Length == 0 || written.Contains(line), $"No sample has the line '{line}'.");
    }

    private static async Task<(HttpStatusCode Status, string? Location)> Leads(Site site, string path)
    {
        using var response = await site.Get(path);
        return (response.StatusCode, response.Headers.Location?.OriginalString);
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
