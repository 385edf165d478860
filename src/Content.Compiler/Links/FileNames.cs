using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>Finds pages and files by their names, wherever they lie. Case makes no difference; of several, the one with the shortest path counts.</summary>
internal sealed class FileNames
{
    private readonly Dictionary<string, List<(string Path, int Entry, SourceFile? File)>> byName = new(StringComparer.OrdinalIgnoreCase);

    public FileNames(SiteAddresses addresses, FileMap files, SlugRules rules)
    {
        for (var entry = 0; entry < addresses.Entries.Length; entry++)
        {
            var path = addresses.Entries[entry].Article.Path;
            if (addresses.Entries[entry].Article.Format == ArticleFormat.Data)
                continue;
            var bare = path[..^ContentPath.ExtensionOf(path).Length];
            Add(path, entry, null);
            Add(bare, entry, null);
            if (rules.IndexRank(ContentPath.NameOf(bare)) >= 0)
                Add(ContentPath.FolderOf(path).ToString(), entry, null);
        }

        foreach (var file in files.Files)
        {
            if (file.Reach == FileReach.Inside && addresses.FindByPath(file.Path) < 0 && !FileExtensions.IsArticle(ContentPath.ExtensionOf(file.Path)))
                Add(file.Path, -1, file);
        }
    }

    /// <summary>What has this name, or a path that ends so; null where nothing has.</summary>
    public LinkResolution? Find(string path)
    {
        if (!byName.TryGetValue(ContentPath.NameOf(path).ToString(), out var candidates))
            return null;
        (string Path, int Entry, SourceFile? File)? best = null;
        foreach (var candidate in candidates)
        {
            if (!EndsWith(candidate.Path, path))
                continue;
            if (best is not { } known || candidate.Path.Length < known.Path.Length || (candidate.Path.Length == known.Path.Length && string.CompareOrdinal(candidate.Path, known.Path) < 0))
                best = candidate;
        }

        return best is not { } found ? null
            : found.File is { } file ? new LinkResolution(LinkOutcome.Asset, path, File: file)
            : new LinkResolution(LinkOutcome.Entry, path, found.Entry);
    }

    /// <summary>The name that a wrong one probably means, or null.</summary>
    public string? Closest(string path) => Suggestion.Closest(ContentPath.NameOf(path).ToString(), [.. byName.Keys]);

    private void Add(string path, int entry, SourceFile? file)
    {
        var name = ContentPath.NameOf(path).ToString();
        if (name.Length == 0)
            return;
        if (!byName.TryGetValue(name, out var known))
            byName.Add(name, known = []);
        known.Add((path, entry, file));
    }

    private static bool EndsWith(string path, string end) =>
        path.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (path.Length == end.Length || path[^(end.Length + 1)] == '/');
}
