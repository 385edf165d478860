using Content.Compiler.Application;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using Content.Compiler.Routing;

namespace Content.Compiler.Sites;

/// <summary>Holds the addresses that were published against those that there are: CONTENT4004. Drafts count, so that the verdict is the same in every build.</summary>
internal static class LostAddresses
{
    public static void Check(LinkingSite site, ApplicationFiles application, ICollection<Diagnostic> found)
    {
        if (application.Published is not { } published)
            return;
        if (published.Text is not { } text)
        {
            found.Add(published.Failure!);
            return;
        }

        // An article whose front matter cannot be read may have any address and any alias.
        if (site.Addresses.Entries.Any(entry => entry.Article.Metadata is { IsBroken: true } or { HasUnknownAddress: true }))
            return;
        var lines = PublishedAddresses.Parse(text).ToList();
        Lazy<List<Entry>> unlisted = new(() =>
        {
            var listed = lines.Select(line => PathOf(site, line.Address)).ToHashSet(StringComparer.Ordinal);
            return [.. site.Addresses.Entries.Where(entry => !listed.Contains(PathOf(site, entry.Url)))];
        });
        foreach (var (address, range) in lines)
        {
            if (!address.StartsWith('/'))
                found.Add(CatalogErrors.NotAddress(PublishedAddresses.FileName, range, address));
            else if (!Answers(site, address))
                found.Add(CatalogErrors.LostAddress(PublishedAddresses.FileName, range, address, AliasOf(site, address), WhereItWent(address, unlisted.Value)));
        }
    }

    /// <summary>What the file is to hold: the addresses of what is published, and of what it held those that are still answered.</summary>
    public static IEnumerable<string> Accept(LinkingSite site, ApplicationFiles application)
    {
        var current = site.Addresses.Entries.Where(entry => entry.IsPublished).Select(entry => entry.Url);
        return application.Published?.Text is { } text
            ? current.Concat(PublishedAddresses.Parse(text).Select(line => line.Address).Where(address => address.StartsWith('/') && Answers(site, address)))
            : current;
    }

    private static bool Answers(LinkingSite site, string address)
    {
        var path = PathOf(site, address);
        return site.Addresses.FindByUrl(path) >= 0 || site.Routes.Answers(path)
            || site.Files.FindStatic(path) is not null || site.Files.FindStatic(path.Length == 0 ? "index.html" : path + "/index.html") is not null;
    }

    private static string PathOf(LinkingSite site, string address)
    {
        var path = ContentPath.Resolve("", address).Path;
        return site.Addresses.StripBase(path) ?? path;
    }

    /// <summary>As an alias names it: without the base path.</summary>
    private static string AliasOf(LinkingSite site, string address) =>
        site.Addresses.BasePath is { Length: > 0 } prefix && address.StartsWith(prefix + "/", StringComparison.Ordinal) ? address[prefix.Length..] : address;

    /// <summary>The one entry of a new address that ends as the old one did, or whose slug is nearly it.</summary>
    private static Entry? WhereItWent(string address, List<Entry> unlisted)
    {
        var name = NameOf(address);
        var same = unlisted.Where(entry => NameOf(entry.Url).Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        if (same.Count == 1)
            return same[0];
        var near = same.Count == 0 ? Suggestion.Closest(name, unlisted.Select(entry => NameOf(entry.Url))) : null;
        var nearest = near is null ? [] : unlisted.Where(entry => NameOf(entry.Url) == near).Take(2).ToList();
        return nearest.Count == 1 ? nearest[0] : null;
    }

    private static string NameOf(string url) => ContentPath.NameOf(url.TrimEnd('/')).ToString();
}
