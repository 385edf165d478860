using System.Net;

namespace Content.AspNetCore.Tests;

/// <summary>A program with these articles on a free loopback port, for one test.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;

    private Site(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>A program whose log is silent.</summary>
    public static WebApplication Create(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Path.Combine(RepositoryRoot.Path, "tests", "Content.AspNetCore.Tests"), EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents();
        configure?.Invoke(builder);
        var app = builder.Build();
        map(app);
        return app;
    }

    public static async Task<Site> Start(Action<WebApplication> map, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Create(map, configure);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Site(app);
    }

    /// <summary>One with every collection at pages that say no more than their article.</summary>
    public static Task<Site> Start() => Start(Everything);

    public static void Everything(WebApplication app)
    {
        app.MapContent(Catalog.Posts, post => Document(post.Title, post.Body.Html));
        app.MapContent(Catalog.Docs, doc => Document(doc.Title, doc.Body.Html));
        app.MapGet("/", () => Results.Content(Document("Home", """<a href="/blog/hello-world/">hello</a>"""), "text/html; charset=utf-8"));
        app.MapContentFeed("/feed.xml", Catalog.Posts);
        app.MapContentSitemap("/sitemap.xml", map => map.Add("/"));
        app.MapContentSearch("/search");
        app.MapContentForAgents();
    }

    public static string Document(string title, string body) => $"<!DOCTYPE html><html lang=\"en\"><head><title>{WebUtility.HtmlEncode(title)}</title></head><body>{body}</body></html>";

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Ask(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<string> Text(string path) => Client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
