using ExampleSite.Live;
using ExampleSite.Routes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UsePageHeaders();
app.MapStaticAssets();
app.MapLists();
app.MapFeed();
app.MapSitemap();
app.MapContent();
app.MapContentLive();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"The example site is at {string.Join(" and ", app.Urls)}"));
app.Run();
