using ExampleSite.Pages;

namespace ExampleSite.Routes;

/// <summary>Pages that are no articles: the home page and the lists.</summary>
internal static class ListRoutes
{
    /// <summary>Their addresses, for the site map. Those of the tags are added to them.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
        ["/", "/blog/", "/tags/", "/authors/", "/diagnostics/", .. Enum.GetValues<Tag>().Select(tag => tag.Url())];

    public static void MapLists(this WebApplication app)
    {
        app.MapGet("/", () => PageResult.Of<HomePage>());
        app.MapGet("/blog/", () => PageResult.Of<BlogPage>());
        app.MapGet("/tags/", () => PageResult.Of<TagsPage>());
        app.MapGet("/tags/{name}/", (string name) => TagLabels.Find(name) is { } tag ? PageResult.Of<TagPage>((nameof(TagPage.Tag), tag)) : PageResult.NotFound());
        app.MapGet("/authors/", () => PageResult.Of<AuthorsPage>());
        app.MapGet("/diagnostics/", () => PageResult.Of<DiagnosticsPage>());
    }
}
