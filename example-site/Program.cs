using ExampleSite;
using ExampleSite.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UsePageHeaders();
app.MapStaticAssets();

// Every entry at its URL.
app.MapContent(Catalog.Docs, guide => Page.Of<GuidePage>(guide));
app.MapContent(Catalog.Posts, post => Page.Of<PostPage>(post));
app.MapContent(Catalog.Diagnostics, diagnostic => Page.Of<DiagnosticCodePage>(diagnostic));
app.MapContent(Catalog.Authors, author => Page.Of<AuthorPage>(author));
app.MapContent(Catalog.Pages, page => Page.Of<PlainPage>(page));
app.MapContentNotFound(missing => Page.Of<NotFoundPage>(missing));

// Pages that are no entries.
app.MapGet("/", () => Page.Of<HomePage>());
app.MapGet("/blog/", () => Page.Of<BlogPage>());
app.MapGet("/authors/", () => Page.Of<AuthorsPage>());
app.MapGet("/diagnostics/", () => Page.Of<DiagnosticsPage>());
app.MapGet("/tags/", () => Page.Of<TagsPage>());
app.MapGet("/tags/{name}/", (string name) => TagLabels.Find(name) is { } tag ? Page.Of<TagPage>(tag) : Page.NotFound());

// What is made of all of them.
app.MapContentFeed("/feed.xml", Catalog.Posts, feed =>
{
    feed.Title = "Content";
    feed.Subtitle = "A content compiler for .NET";
    feed.Language = "en";
    feed.EntryAuthor = post => post.Author.Name;
    feed.Categories = post => post.Tags.Select(tag => tag.Label());
    feed.Summary = post => post.Summary;
});
app.MapContentSitemap("/sitemap.xml", map => map
    .Add("/").Add("/blog/").Add("/authors/").Add("/diagnostics/").Add("/tags/")
    .Add(() => Enum.GetValues<Tag>().Select(tag => tag.Url())));
app.MapContentSearch("/search/", search => Page.Of<SearchPage>(search));
app.MapContentForAgents(agents =>
{
    agents.Title = "Content";
    agents.Summary = "A content compiler for .NET: articles become a checked, strongly typed catalog when a project is built.";
});

if (!args.Contains("--export"))
    app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"The example site is at {string.Join(" and ", app.Urls)}"));

// dotnet run -c Release -- --export dist
return await app.RunOrExportAsync(args);
