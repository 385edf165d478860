using Site.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents();

var app = builder.Build();
app.MapStaticAssets();

app.MapContent(Catalog.Posts, post => Page.Of<PostPage>(post));
app.MapContent(Catalog.Pages, page => Page.Of<TextPage>(page));
app.MapContentNotFound(missing => Page.Of<NotFoundPage>(missing));

app.MapGet("/", () => Page.Of<HomePage>());
app.MapGet("/tags/{tag}/", (string tag) => Catalog.Posts.ByTag(tag).Count > 0 ? Page.Of<TagPage>(tag) : Page.NotFound());

app.MapContentFeed("/feed.xml", Catalog.Posts, feed => feed.Title = "SITE_TITLE");
app.MapContentSitemap("/sitemap.xml", map => map.Add("/").Add(() => Catalog.Posts.SelectMany(post => post.Tags).Distinct().Select(tag => $"/tags/{tag}/")));
app.MapContentSearch("/search", search => Page.Of<SearchPage>(search));
app.MapContentForAgents(agents => agents.Title = "SITE_TITLE");

// dotnet run                                   serves it
// dotnet run -c Release -- --export dist       writes it as static files
return await app.RunOrExportAsync(args);
