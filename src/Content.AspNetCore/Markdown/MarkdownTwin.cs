using System.Text;
using Content.AspNetCore.Addresses;
using Content.Runtime;
using Microsoft.AspNetCore.Http;

namespace Content.AspNetCore.Markdown;

/// <summary>
/// The Markdown of an entry. It is written from the checked body, and not read from the file it was made of: includes and short codes are filled in,
/// every link is absolute and leads somewhere, comments and unpublished metadata stay at home, and a published program has it without its sources.
/// </summary>
internal static class MarkdownTwin
{
    private const string Extension = ".md";

    /// <summary>Whether there is any text.</summary>
    public static bool Has(IContentEntry entry) => !entry.Body.IsEmpty;

    /// <summary>Where it is: <c>/blog/hello.md</c> for <c>/blog/hello/</c>, and <c>/index.md</c> for the root.</summary>
    public static string UrlOf(IContentEntry entry) => entry.Url.TrimEnd('/') is { Length: > 0 } url ? url + Extension : "/index" + Extension;

    /// <summary>The address whose Markdown is at <paramref name="path"/>; null where it is not one of them.</summary>
    public static string? PathOf(string path) => !path.EndsWith(Extension, StringComparison.Ordinal) ? null
        : path == "/index" + Extension ? "/"
        : path[..^Extension.Length];

    public static byte[] Write(IContentEntry entry, ContentCatalog catalog, HttpRequest request) => Encoding.UTF8.GetBytes(WriteText(entry, catalog, request));

    public static string WriteText(IContentEntry entry, ContentCatalog catalog, HttpRequest request)
    {
        var page = new Uri(request.Absolute(catalog, entry.Url));
        return MarkdownText.Of(entry.Title, entry.Body.Utf8.Span, destination => Absolute(page, destination, request, catalog));
    }

    /// <summary>A destination out of a body, absolute; as it is where it is no address of a page.</summary>
    public static string Absolute(Uri page, string destination, HttpRequest request, ContentCatalog catalog) =>
        destination.StartsWith('/') && !destination.StartsWith("//", StringComparison.Ordinal) ? request.Absolute(catalog, destination)
        : Uri.TryCreate(page, destination, out var absolute) && absolute.Scheme is "http" or "https" ? absolute.AbsoluteUri
        : destination;
}
