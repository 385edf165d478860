using System.Collections.Immutable;
using Content.Compiler.Articles;

namespace Content.Compiler.Inference;

/// <summary>
/// Divides the files of a site into collections: each folder below the root is one, and what lies in the root itself another, together with the
/// articles that have a folder for themselves (<c>hello/index.md</c>). Files of another kind make collections across the folders.
/// </summary>
internal static class FileGroups
{
    /// <summary>Folders whose files are no pages, as site generators name them.</summary>
    public static IReadOnlyList<string> IncludeFolders { get; } =
        ["includes", "_includes", "partials", "_partials", "snippets", "_snippets"];

    /// <summary>Those of articles first, then of data, then the rest; each kind by folder.</summary>
    public static ImmutableArray<FileGroup> Of(ImmutableArray<ObservedFile> files)
    {
        var texts = files.RemoveAll(file => file.Format == ArticleFormat.Data);
        var isMarkdown = texts.Any(file => file.Format == ArticleFormat.Markdown)
            && texts.All(file => file.Format == ArticleFormat.Markdown || file.IsHead);
        var roles = texts.ToLookup(file => RoleOf(file, isMarkdown));
        return
        [
            .. ByFolder(roles[FileRole.Entry]),
            .. DataFolders(files),
            .. roles.Where(role => role.Key != FileRole.Entry).OrderBy(role => role.Key).Select(role => new FileGroup("", role.Key, [.. role])),
        ];
    }

    private static List<FileGroup> ByFolder(IEnumerable<ObservedFile> entries)
    {
        var folders = entries.ToLookup(file => file.TopFolder, StringComparer.Ordinal);
        var root = new List<ObservedFile>(folders[""]);
        var groups = new List<FileGroup>();
        foreach (var folder in folders)
        {
            if (folder.Key.Length > 0 && IsBundle(folder))
                root.AddRange(folder);
            else if (folder.Key.Length > 0)
                groups.Add(new FileGroup(folder.Key, FileRole.Entry, [.. folder]));
        }

        if (root.Count > 0)
            groups.Insert(0, new FileGroup("", FileRole.Entry, [.. root.OrderBy(file => file.Path, StringComparer.Ordinal)]));
        return groups;
    }

    /// <summary>Folders that hold data alone; beside articles, data is something else: a table of contents, a configuration.</summary>
    private static IEnumerable<FileGroup> DataFolders(ImmutableArray<ObservedFile> all)
    {
        foreach (var folder in all.ToLookup(file => file.TopFolder, StringComparer.Ordinal))
        {
            if (folder.Key.Length > 0 && folder.All(file => file.Format == ArticleFormat.Data) && !folder.Any(IsNavigation)
                && folder.Count(file => file.Metadata is { Properties.IsEmpty: false }) * 2 > folder.Count())
            {
                yield return new FileGroup(folder.Key, FileRole.Entry, [.. folder]);
            }
        }
    }

    private static FileRole RoleOf(ObservedFile file, bool isMarkdown)
    {
        var path = file.Path;
        if (IncludeFolders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal) || path.Contains($"/{folder}/", StringComparison.Ordinal)))
            return FileRole.Include;
        if (System.IO.Path.GetFileNameWithoutExtension(path) == "_index")
            return FileRole.Section;
        return isMarkdown && file.Format == ArticleFormat.Html ? FileRole.Document : FileRole.Entry;
    }

    /// <summary>A table of contents orders entries and is none.</summary>
    private static bool IsNavigation(ObservedFile file) =>
        System.IO.Path.GetFileNameWithoutExtension(file.Path).Equals("toc", StringComparison.OrdinalIgnoreCase);

    private static bool IsBundle(IEnumerable<ObservedFile> folder) =>
        folder.ToArray() is [var only] && only.Path[(only.TopFolder.Length + 1)..].StartsWith("index.", StringComparison.Ordinal);
}
