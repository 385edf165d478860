using System.Collections.Immutable;
using Content.Compiler.Entries;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>Where every entry is found: by the path of its file, by its URL and by its aliases.</summary>
internal sealed class SiteAddresses
{
    private readonly Dictionary<string, int> byPath;
    private readonly Dictionary<string, int> byUrl;
    private readonly Dictionary<string, int> byUid;
    private readonly Dictionary<string, (int Rank, int Entry)> indexes;
    private readonly Lazy<Dictionary<string, string>> urlSpellings;

    public SiteAddresses(RoutedSite site)
    {
        BasePath = site.Configuration.BasePath;
        AssetBase = BasePath + site.Configuration.AssetBase;
        BaseKey = ContentPath.Resolve("", BasePath).Path;
        Entries = site.Entries;
        byPath = new(Entries.Length, StringComparer.Ordinal);
        byUrl = new(Entries.Length, StringComparer.Ordinal);
        byUid = new(StringComparer.Ordinal);
        indexes = new(StringComparer.Ordinal);
        for (var index = 0; index < Entries.Length; index++)
        {
            if (Entries[index].Article.Metadata.Key is null)
                byPath.TryAdd(Entries[index].Article.Path, index);
            byUrl.TryAdd(KeyOf(Entries[index].Url), index);
            if (Entries[index].Article.Metadata.Uid is { } uid)
                byUid.TryAdd(uid.Value, index);
            NoteIndex(site.Configuration.Slugs, index);
        }

        // Reason: a URL goes before an alias, whoever has them; that two have one is reported elsewhere.
        for (var index = 0; index < Entries.Length; index++)
        {
            foreach (var alias in Entries[index].Aliases)
                byUrl.TryAdd(KeyOf(alias), index);
        }

        urlSpellings = new(FoldUrls);
    }

    private SiteAddresses(SiteAddresses before, ImmutableArray<Entry> entries)
    {
        (BasePath, AssetBase, BaseKey, Entries) = (before.BasePath, before.AssetBase, before.BaseKey, entries);
        (byPath, byUrl, byUid, indexes, urlSpellings) = (before.byPath, before.byUrl, before.byUid, before.indexes, before.urlSpellings);
    }

    /// <summary>The same addresses of entries as they are now.</summary>
    public SiteAddresses With(ImmutableArray<Entry> entries) => new(this, entries);

    public ImmutableArray<Entry> Entries { get; }

    /// <summary>As the configuration has it: empty, or with a slash at its start only.</summary>
    public string BasePath { get; }

    /// <summary>What the URL of an asset begins with, in the same form.</summary>
    public string AssetBase { get; }

    /// <summary>Decoded, without slashes at its ends.</summary>
    public string BaseKey { get; }

    /// <summary>Every URL and alias, decoded, base path and outer slashes taken off.</summary>
    public IEnumerable<string> UrlKeys => byUrl.Keys;

    /// <summary>The entry whose file has this path below the content root, or -1.</summary>
    public int FindByPath(string path) => byPath.GetValueOrDefault(path, -1);

    /// <summary>The entry that is the index of a folder, or -1.</summary>
    public int FindIndexOf(string folder) => indexes.TryGetValue(folder, out var found) ? found.Entry : -1;

    /// <summary>The entry with this URL or alias, in the form of <see cref="UrlKeys"/>, or -1.</summary>
    public int FindByUrl(string key) => byUrl.GetValueOrDefault(key, -1);

    /// <summary>The entry that <c>xref:</c> finds by this name, or -1.</summary>
    public int FindByUid(string uid) => byUid.GetValueOrDefault(uid, -1);

    /// <summary>The address of an entry or a file that was found.</summary>
    public string UrlOf(in LinkResolution found)
    {
        if (found.Outcome == LinkOutcome.Entry)
            return Entries[found.Entry].Url;
        var path = found.File!.Path;
        // Reason: a static folder's page is asked for by the folder's address.
        if (found.Path.EndsWith('/'))
            path = ContentPath.FolderOf(path).ToString() + "/";
        return string.Concat(AssetBase, "/", UrlText.EncodeName(path));
    }

    /// <summary>A URL or alias that differs only by case or Unicode form, or null.</summary>
    public string? FindOtherUrlSpelling(string key) =>
        urlSpellings.Value.TryGetValue(OtherSpellings.Fold(key), out var found) && found != key ? found : null;

    /// <summary>Takes the base path off a decoded path; null where it is outside.</summary>
    public string? StripBase(string path)
    {
        if (BaseKey.Length == 0)
            return path;
        if (!path.StartsWith(BaseKey, StringComparison.Ordinal))
            return null;
        return path.Length == BaseKey.Length ? "" : path[BaseKey.Length] == '/' ? path[(BaseKey.Length + 1)..] : null;
    }

    /// <summary>Where a folder has several, the first of the names that the configuration lists counts, and of one name the first kind of file.</summary>
    private void NoteIndex(SlugRules rules, int entry)
    {
        var path = Entries[entry].Article.Path;
        var kind = FileExtensions.OfArticles.IndexOf(ContentPath.ExtensionOf(path).ToString());
        var name = Slug.IndexRank(path, rules);
        if (kind < 0 || name < 0)
            return;
        var folder = ContentPath.FolderOf(path).ToString();
        var rank = (name * FileExtensions.OfArticles.Length) + kind;
        if (!indexes.TryGetValue(folder, out var known) || rank < known.Rank)
            indexes[folder] = (rank, entry);
    }

    private string KeyOf(string url)
    {
        var path = ContentPath.Resolve("", url).Path;
        return StripBase(path) ?? path;
    }

    private Dictionary<string, string> FoldUrls()
    {
        var folded = new Dictionary<string, string>(byUrl.Count, StringComparer.Ordinal);
        foreach (var key in byUrl.Keys)
            folded.TryAdd(OtherSpellings.Fold(key), key);
        return folded;
    }
}
