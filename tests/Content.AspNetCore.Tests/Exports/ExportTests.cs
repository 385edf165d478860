namespace Content.AspNetCore.Tests.Exports;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter said = new();
    private readonly StringWriter complained = new();

    [Fact]
    public async Task Every_page_and_file_is_there_byte_for_byte_as_the_program_answers()
    {
        Assert.Equal(0, await Export(Site.Everything));
        await using var site = await Site.Start();
        foreach (var (file, path) in new[]
        {
            ("index.html", "/"), ("blog/hello-world/index.html", "/blog/hello-world/"), ("blog/café/index.html", "/blog/caf%C3%A9/"), ("docs/index.html", "/docs/"),
            ("search/index/index.json", "/search/index/index.json"), ("search/content-search.js", "/search/content-search.js"),
            ("search/index/reader.js", "/search/index/reader.js"),
        })
            Assert.Equal(await site.Text(path), Read(file));
        Assert.Contains("https://articles.example/blog/second/", Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("https://articles.example/blog/second/", Read("feed.xml"), StringComparison.Ordinal);
        Assert.Contains("https://articles.example/docs.md", Read("llms.txt"), StringComparison.Ordinal);
        Assert.Contains("[how to install](https://articles.example/docs/install/)", Read("docs.md"), StringComparison.Ordinal);
        Assert.Contains("There is no page here", Read("404.html"), StringComparison.Ordinal);
        Assert.Contains("url=/blog/hello-world/\"", Read("hello/index.html"), StringComparison.Ordinal);
        Assert.Contains("url=/blog/hello-world/\"", Read("2019/first.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_base_path_is_in_every_link_and_in_no_file_name()
    {
        Assert.Equal(0, await Export(Site.Everything, "--base", "/docs"));
        Assert.Contains("href=\"/docs/blog/hello-world/\"", Read("index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/docs/blog/second/#a-part\"", Read("blog/hello-world/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"/docs/docs/install/\"", Read("docs/index.html"), StringComparison.Ordinal);
        Assert.Contains("src=\"/docs/posts/square.svg\"", Read("blog/hello-world/index.html"), StringComparison.Ordinal);
        Assert.Contains("<loc>https://articles.example/docs/blog/second/</loc>", Read("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("url=/docs/blog/hello-world/\"", Read("hello/index.html"), StringComparison.Ordinal);
        Assert.Contains("(https://articles.example/docs/docs/install/)", Read("docs.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_export_writes_nothing_and_removes_what_is_gone()
    {
        Assert.Equal(0, await Export(Site.Everything));
        var times = Times();
        File.WriteAllText(folder.Full("dist/CNAME"), "articles.example");
        Assert.Equal(0, await Export(Site.Everything));
        Assert.Contains(" 0 written", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(times, Times().Where(file => !file.Path.EndsWith("CNAME", StringComparison.Ordinal)));
        Assert.Equal(0, await Export(app =>
        {
            Static(app);
            app.MapContent(Catalog.Posts, post => post.Body.Html);
        }));
        Assert.False(Directory.Exists(folder.Full("dist/docs")));
        Assert.True(File.Exists(folder.Full("dist/CNAME")));
    }

    [Fact]
    public async Task A_page_that_throws_is_named_and_the_rest_is_exported()
    {
        Assert.Equal(1, await Export(app =>
        {
            Static(app);
            app.MapContent(Catalog.Posts, post => post.Slug == "second" ? throw new InvalidOperationException("on purpose") : post.Body.Html);
        }));
        Assert.Contains("error: /blog/second/: answers 500: InvalidOperationException: on purpose", complained.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Full("dist/blog/hello-world/index.html")));
        Assert.False(File.Exists(folder.Full("dist/blog/second/index.html")));
    }

    [Theory]
    [InlineData("<a href='/nowhere/'>x</a>", "error: /: links to '/nowhere/', which answers 404.")]
    [InlineData("<a href='nowhere'>x</a>", "error: /: links to '/nowhere', which answers 404.")]
    [InlineData("<img srcset='/a.png 1x, /posts/square.svg 2x'>", "error: /: links to '/a.png', which answers 404.")]
    [InlineData("<a href='/blog/second/#nothing'>x</a>", "error: /: links to '/blog/second/#nothing', but that page has no element with this id.")]
    [InlineData("<a href='https://articles.example/gone/'>x</a>", "error: /: links to '/gone/', which answers 404.")]
    public async Task A_link_that_leads_nowhere_fails_the_export(string html, string error)
    {
        Assert.Equal(1, await Export(app =>
        {
            Static(app);
            app.MapContent(Catalog.Posts, post => Site.Document(post.Title, post.Body.Html));
            app.MapGet("/", () => Results.Content(html, "text/html"));
        }));
        Assert.Equal([error], complained.ToString().Split('\n').Where(line => line.StartsWith("error", StringComparison.Ordinal)));
        Assert.True(File.Exists(folder.Full("dist/index.html")));
    }

    [Fact]
    public async Task What_is_excluded_is_left_out_and_what_is_linked_or_added_comes_along()
    {
        Assert.Equal(0, await Export(app =>
        {
            app.MapGet("/", () => Results.Content("<a href='/tags/a/'>a</a> <a href='/api/x'>b</a> <a href='//elsewhere.example/'>c</a> <a href='#top'>d</a> <a href='mailto:a@b.c'>e</a>", "text/html"));
            app.MapGet("/tags/{tag}/", (string tag) => Results.Content(tag, "text/html"));
            app.MapGet("/broken", () => Results.StatusCode(500)).ExcludeFromExport();
            app.MapGet("/api/items", () => Results.Json(1));
        }, configure: export => export.Exclude("/api/").Add("/tags/b/")));
        Assert.Equal([".content-export", "index.html", "tags/a/index.html", "tags/b/index.html"], Files());
    }

    [Fact]
    public async Task Nothing_is_written_over_what_is_not_ours_or_through_a_link()
    {
        var elsewhere = Directory.CreateDirectory(folder.Full("elsewhere")).FullName;
        Directory.CreateDirectory(folder.Full("dist"));
        Directory.CreateSymbolicLink(folder.Full("dist/docs"), elsewhere);
        folder.Write("dist/sitemap.xml", "mine");
        Assert.Equal(1, await Export(Site.Everything));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
        Assert.Equal("mine", Read("sitemap.xml"));
        Assert.Contains("symbolic link", complained.ToString(), StringComparison.Ordinal);
        Assert.Contains("'sitemap.xml' is there already", complained.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.Full("dist/blog/second/index.html")));
    }

    [Theory]
    [InlineData("content/posts", "content folder")]
    [InlineData(".", "holds the project itself")]
    [InlineData("content.json", "is a file")]
    public async Task A_folder_that_must_not_be_written_to_is_refused(string path, string error)
    {
        var project = Path.Combine(RepositoryRoot.Path, "tests", "Content.AspNetCore.Tests");
        Assert.Equal(1, await Run(Site.Everything, ["--export", Path.Combine(project, path)], null));
        Assert.Contains(error, complained.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(project, "content/posts/index.html")));
    }

    [Fact]
    public async Task A_folder_that_is_a_link_or_cannot_be_made_is_refused()
    {
        Directory.CreateDirectory(folder.Full("elsewhere"));
        Directory.CreateSymbolicLink(folder.Full("dist"), folder.Full("elsewhere"));
        Assert.Equal(1, await Export(Site.Everything));
        Assert.Equal($"error: '{folder.Full("dist")}' is a symbolic link. Name the folder that it leads to.", complained.ToString().Trim());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Full("elsewhere")));
        folder.Write("file", "x");
        Assert.Equal(1, await Run(Site.Everything, ["--export", folder.Full("file/dist")], null));
        Assert.StartsWith($"error: '{folder.Full("file/dist")}' cannot be written to: ", complained.ToString(), StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(folder.Full("file")));
    }

    [Theory]
    [InlineData("--export")]
    [InlineData("--export", "dist", "--base", "docs")]
    [InlineData("--export", "dist", "--base", "/a?b")]
    public async Task Arguments_that_mean_nothing_are_said_so(params string[] args)
    {
        Assert.Equal(1, await Run(Site.Everything, args, null));
        Assert.StartsWith("error: --", complained.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static void Static(WebApplication app) => app.MapGet("/posts/square.svg", () => Results.Text("<svg/>", "image/svg+xml"));

    private Task<int> Export(Action<WebApplication> map, params string[] more) => Run(map, ["--export", folder.Full("dist"), .. more], null);

    private Task<int> Export(Action<WebApplication> map, Action<ContentExport> configure) => Run(map, ["--export", folder.Full("dist")], configure);

    private async Task<int> Run(Action<WebApplication> map, string[] args, Action<ContentExport>? configure)
    {
        var (output, error) = (Console.Out, Console.Error);
        said.GetStringBuilder().Clear();
        complained.GetStringBuilder().Clear();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            await using var app = Site.Create(program =>
            {
                if (map == Site.Everything)
                    Static(program);
                map(program);
            });
            return await app.RunOrExportAsync(args, configure);
        }
        finally
        {
            Environment.ExitCode = 0;
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private string Read(string file) => File.ReadAllText(folder.Full("dist/" + file));

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder.Full("dist"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder.Full("dist"), file)).Order(StringComparer.Ordinal);

    private (string Path, DateTime Time)[] Times() => [.. Files().Where(file => file != ".content-export").Select(file => (file, File.GetLastWriteTimeUtc(folder.Full("dist/" + file))))];
}
