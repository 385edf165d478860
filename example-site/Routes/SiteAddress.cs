namespace ExampleSite.Routes;

/// <summary>Absolute addresses, for readers that have no page to resolve relative ones against.</summary>
internal static class SiteAddress
{
    public static Uri Root(this HttpRequest request) => new($"{request.Scheme}://{request.Host}/");

    public static string Absolute(this HttpRequest request, string url) => new Uri(request.Root(), url).AbsoluteUri;
}
