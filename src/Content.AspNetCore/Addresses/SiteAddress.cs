using Content.Runtime;
using Microsoft.AspNetCore.Http;

namespace Content.AspNetCore.Addresses;

/// <summary>
/// Between a request and the addresses of a catalog, which have the path of <c>site</c> in front. A program may have that as its path base, or in its routes;
/// and where the catalog has none, a path base of the program stands before all addresses.
/// </summary>
internal static class SiteAddress
{
    /// <summary>The path of <c>site</c>, without a slash at its end.</summary>
    public static string BasePath(this ContentCatalog catalog) => catalog.Site?.AbsolutePath.TrimEnd('/') ?? "";

    /// <summary>What was asked for, as the catalog writes it, decoded.</summary>
    public static string PathIn(this HttpRequest request, ContentCatalog catalog)
    {
        var path = request.Path.Value ?? "";
        return request.PathBase.HasValue && catalog.BasePath() is { Length: > 0 } basePath && request.PathBase.Value!.Equals(basePath, StringComparison.OrdinalIgnoreCase)
            ? basePath + path
            : path;
    }

    /// <summary>An address of the catalog, as this program answers it.</summary>
    public static string Href(this HttpRequest request, ContentCatalog? catalog, string url) =>
        request.PathBase.HasValue && (catalog?.BasePath() ?? "").Length == 0 ? request.PathBase.Value + url : url;

    /// <summary>Scheme and host of the request.</summary>
    public static string Origin(this HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    /// <summary>An address of the catalog, for readers that have no page to resolve it against.</summary>
    public static string Absolute(this HttpRequest request, ContentCatalog? catalog, string url) => request.Origin() + request.Href(catalog, url);
}
