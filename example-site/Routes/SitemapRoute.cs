using System.Text;
using System.Xml.Linq;

namespace ExampleSite.Routes;

/// <summary>Every published page, for search engines.</summary>
internal static class SitemapRoute
{
    private static readonly XNamespace schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this WebApplication app) => app.MapGet("/sitemap.xml", (HttpRequest request) =>
        Results.Text(Write(request), "application/xml", Encoding.UTF8));

    private static string Write(HttpRequest request)
    {
        var pages = ListRoutes.Addresses.Select(url => (Url: url, Changed: (DateOnly?)null))
            .Concat(Catalog.Posts.Where(post => post.IsPublished).Select(post => (post.Url, Changed: (DateOnly?)(post.Updated ?? post.Date))))
            .Concat(Others().Where(entry => entry.IsPublished).Select(entry => (entry.Url, Changed: (DateOnly?)null)));
        var root = new XElement(schema + "urlset", pages.Select(page => new XElement(
            schema + "url",
            new XElement(schema + "loc", request.Absolute(page.Url)),
            page.Changed is { } changed ? new XElement(schema + "lastmod", changed.ToString("O", System.Globalization.CultureInfo.InvariantCulture)) : null)));
        return $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{root}{"\n"}""";
    }

    private static IEnumerable<IContentEntry> Others() =>
        Catalog.Authors.Concat<IContentEntry>(Catalog.Docs).Concat(Catalog.Diagnostics).Concat(Catalog.Pages);
}
