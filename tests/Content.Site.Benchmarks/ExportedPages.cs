using Content.AspNetCore;
using Content.Site.Benchmarks.Pages;

namespace Content.Site.Benchmarks;

/// <summary>A program of a page an article, a list of all, a feed and a site map, which writes itself down.</summary>
internal static class ExportedPages
{
    public static async Task<int> RunAsync(string blob, string folder)
    {
        var posts = PublishedArticles.Open(blob);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = Path.GetDirectoryName(blob) });
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.MapContent(posts, post => Page.Of<PostPage>(post));
        app.MapGet("/", () => Page.Of<HomePage>(("Posts", posts)));
        app.MapGet("/posts/image.png", () => Results.Bytes("picture"u8.ToArray(), "image/png"));
        app.MapContentFeed("/feed.xml", posts);
        app.MapContentSitemap("/sitemap.xml", map => map.Add("/"));
        return await app.RunOrExportAsync(["--export", folder]);
    }
}
