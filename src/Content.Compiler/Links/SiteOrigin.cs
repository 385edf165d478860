using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Paths;
using Content.Compiler.Schema;

namespace Content.Compiler.Links;

/// <summary>
/// Recognises by their beginnings what leads to the site itself: absolute addresses below its origin and base path, and what
/// <c>links.map</c> says.
/// </summary>
internal sealed class SiteOrigin
{
    private readonly string[] origins;
    private readonly string basePath;
    private readonly ImmutableArray<LinkMapping> mappings;

    public SiteOrigin(ContentConfiguration configuration)
    {
        basePath = configuration.BasePath;
        mappings = configuration.LinkMappings;
        origins = configuration.Site is { } site ? [.. Spellings(site).Distinct(StringComparer.OrdinalIgnoreCase)] : [];
    }

    /// <summary>
    /// The length of scheme and host where <paramref name="text"/> is an address below the site's base path, else 0:
    /// what is beside the base path at the same host is another site.
    /// </summary>
    public int MeasureOrigin(ReadOnlySpan<char> text)
    {
        foreach (var origin in origins)
        {
            if (!text.StartsWith(origin, StringComparison.OrdinalIgnoreCase))
                continue;
            var path = text[origin.Length..];
            if (EndsThere(path) && path.StartsWith(basePath, StringComparison.Ordinal) && EndsThere(path[basePath.Length..]))
                return origin.Length;
        }

        return 0;
    }

    /// <summary>The longest beginning of <paramref name="text"/> that stands for a place of the site, or null.</summary>
    public LinkMapping? FindMapping(string text)
    {
        foreach (var mapping in mappings)
        {
            if (text.StartsWith(mapping.Prefix, StringComparison.Ordinal))
                return mapping;
        }

        return null;
    }

    private static IEnumerable<string> Spellings(Uri site)
    {
        foreach (var host in new[] { site.Host, PageAddress.HostOf(site) ?? site.Host })
        {
            if (!site.IsDefaultPort)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{site.Scheme}://{host}:{site.Port}");
                continue;
            }

            // Reason: a host that answers http and https on their own ports is one site, whichever of them is written.
            yield return $"https://{host}";
            yield return $"http://{host}";
            yield return $"https://{host}:443";
            yield return $"http://{host}:80";
        }
    }

    private static bool EndsThere(ReadOnlySpan<char> rest) => rest.IsEmpty || rest[0] is '/' or '?' or '#';
}
