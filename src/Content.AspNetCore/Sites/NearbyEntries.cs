using System.Text;
using Content.Runtime;

namespace Content.AspNetCore.Sites;

/// <summary>The entries of one state by what is left of an address when everything that is often mistaken about one is taken away. Made when something is first missing.</summary>
internal sealed class NearbyEntries
{
    private const int LongestPath = 1024;
    private const int LongestCompared = 120;
    private const int MostShown = 3;

    private readonly Dictionary<string, IContentEntry?> byKey = new(StringComparer.Ordinal);
    private readonly List<(string Key, string Name, IContentEntry Entry)> entries = [];

    public NearbyEntries(ContentSite site, ContentCatalog catalog)
    {
        foreach (var entry in site.Routes.Where(route => !route.IsProtected && route.Catalog == catalog).SelectMany(route => route.Entries))
        {
            var key = KeyOf(Uri.UnescapeDataString(entry.Url));
            // Of two that differ in nothing else, neither is meant for certain.
            if (!byKey.TryAdd(key, entry))
                byKey[key] = null;
            if (entry.IsPublished && key.Length <= LongestCompared)
                entries.Add((key, NameOf(key), entry));
        }
    }

    /// <summary>The entry whose address differs in letter case, Unicode form, doubled slashes or a file name alone; null where that is none or several.</summary>
    public IContentEntry? FindLoosely(string path) => path.Length <= LongestPath ? byKey.GetValueOrDefault(KeyOf(path)) : null;

    /// <summary>The published entries with the nearest addresses: those of the same name elsewhere, then those within a third of the name's length.</summary>
    public IEnumerable<IContentEntry> FindNearest(string path)
    {
        if (path.Length > LongestPath || KeyOf(path) is not { Length: > 0 and <= LongestCompared } key)
            return [];
        var name = NameOf(key);
        var found = new List<(int Distance, IContentEntry Entry)>();
        var rows = new int[EditDistance.RoomFor(LongestCompared)];
        foreach (var (otherKey, otherName, entry) in entries)
        {
            var limit = Math.Max(1, name.Length / 3);
            var distance = otherName == name ? 0 : EditDistance.Within(limit, name, otherName, rows);
            if (distance <= limit)
                found.Add((distance * LongestCompared + EditDistance.Within(LongestCompared, key, otherKey, rows), entry));
            else if (otherName.Length > 3 && name.Length > 3 && (otherName.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(otherName, StringComparison.Ordinal)))
                found.Add((limit * LongestCompared + Math.Abs(otherName.Length - name.Length), entry));
        }

        return found.OrderBy(near => near.Distance).ThenBy(near => near.Entry.Url, StringComparer.Ordinal).Take(MostShown).Select(near => near.Entry);
    }

    private static string NameOf(string key) => key[(key.LastIndexOf('/') + 1)..];

    /// <summary>Lower case, composed, without empty segments, file extension and the name of an index.</summary>
    private static string KeyOf(string path)
    {
        var segments = Compose(path).ToLowerInvariant().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
            return "";
        var last = segments[^1];
        foreach (var extension in (string[])[".html", ".htm", ".md"])
        {
            if (last.Length > extension.Length && last.EndsWith(extension, StringComparison.Ordinal))
                last = last[..^extension.Length];
        }

        segments[^1] = last;
        return string.Join('/', last == "index" ? segments[..^1] : segments);
    }

    private static string Compose(string path)
    {
        // Half a surrogate has no composed form.
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return path;
        }

        return path.Normalize(NormalizationForm.FormC);
    }
}
