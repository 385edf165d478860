using System.Diagnostics;
using System.Globalization;
using Content.AspNetCore;

namespace Content.Site.Benchmarks;

/// <summary>A server with the same pages in one of three ways: as entries, from <c>Results.Bytes</c>, or as files.</summary>
internal static class ServedSite
{
    public static async Task RunAsync(string kind, string blob)
    {
        var posts = PublishedArticles.Open(blob);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", WebRootPath = Path.Combine(Path.GetDirectoryName(blob)!, "files") });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        switch (kind)
        {
            case "entries":
                app.MapContent(posts, post => Results.Bytes(post.Body.Utf8, "text/html"));
                break;
            case "bytes":
                app.MapGet("/blog/{slug}/", (string slug) => posts.TryGet(slug, out var post) ? Results.Bytes(post.Body.Utf8, "text/html") : Results.NotFound());
                break;
            default:
                app.UseDefaultFiles();
                app.UseStaticFiles();
                break;
        }

        // What the process has used so far: processor time, and bytes that were allocated.
        app.MapGet("/used", () => string.Create(CultureInfo.InvariantCulture, $"{Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds} {GC.GetTotalAllocatedBytes(precise: true)}"));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        // Ends with the process that started it.
        await Console.In.ReadLineAsync();
        await app.StopAsync();
    }
}
