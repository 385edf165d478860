using Site.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents();

var app = builder.Build();
app.MapStaticAssets();

app.MapContent(Catalog.Docs, doc => Page.Of<DocPage>(doc));
app.MapContentNotFound(missing => Page.Of<NotFoundPage>(missing));

app.MapContentSitemap("/sitemap.xml");
app.MapContentSearch("/search", search => Page.Of<SearchPage>(search));
app.MapContentForAgents(agents => agents.Title = "SITE_TITLE");

// dotnet run                                   serves it
// dotnet run -c Release -- --export dist       writes it as static files
return await app.RunOrExportAsync(args);
