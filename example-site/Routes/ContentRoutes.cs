using ExampleSite.Pages;

namespace ExampleSite.Routes;

/// <summary>Every entry at its own URL, and at its aliases a redirect to it.</summary>
internal static class ContentRoutes
{
    public static void MapContent(this WebApplication app) => app.MapFallback("{**path}", (HttpRequest request) => Show(request.Path.Value ?? "/"));

    private static IResult Show(string path) => Catalog.Find(path) switch
    {
        null => PageResult.NotFound(),
        { } entry when Uri.UnescapeDataString(entry.Url) != path => Results.Redirect(entry.Url, permanent: true),
        Post post => PageResult.Of<PostPage>((nameof(PostPage.Post), post)),
        Author author => PageResult.Of<AuthorPage>((nameof(AuthorPage.Author), author)),
        Guide guide => PageResult.Of<GuidePage>((nameof(GuidePage.Guide), guide)),
        DiagnosticPage diagnostic => PageResult.Of<DiagnosticCodePage>((nameof(DiagnosticCodePage.Diagnostic), diagnostic)),
        Page page => PageResult.Of<PlainPage>((nameof(PlainPage.Entry), page)),
        _ => PageResult.NotFound(),
    };
}
