using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Schema;

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
        var fragments = FragmentFolders(texts);
        var roles = texts.ToLookup(file => RoleOf(file, isMarkdown, fragments));
        return
        [
            .. ByFolder(roles[FileRole.Entry]),
            .. DataFolders(files),
            .. files.Where(file => file.TopFolder.Length == 0 && file.Entries.Layout != EntryLayout.Single && !IsNavigation(file)).Select(file => new FileGroup("", FileRole.Entry, [file])),
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
            if (folder.Key.Length == 0 || folder.Any(file => file.Format != ArticleFormat.Data || IsNavigation(file)))
                continue;
            // Reason: what lies in one way is of one kind; a folder of both is no collection of either.
            var layouts = folder.Select(file => file.Entries.Layout).Distinct().ToArray();
            if (layouts is [not EntryLayout.Single] || (layouts is [EntryLayout.Single] && folder.Count(file => file.Metadata is { Properties.IsEmpty: false }) * 2 > folder.Count()))
                yield return new FileGroup(folder.Key, FileRole.Entry, [.. folder]);
        }
    }

    /// <summary>The folder that makes a file a fragment by its name, with a slash at its end: the outermost such; null where there is none.</summary>
    public static string? IncludeFolderOf(ObservedFile file)
    {
        var end = 0;
        foreach (var segment in file.Path.Split('/')[..^1])
        {
            end += segment.Length + 1;
            if (IncludeFolders.Contains(segment))
                return file.Path[..end];
        }

        return null;
    }

    /// <summary>
    /// The folders that hold fragments and no pages: by an underscore, which is what it is for, or because most of what is in them has no title. A folder of
    /// pages about partials is called so, too.
    /// </summary>
    private static HashSet<string> FragmentFolders(ImmutableArray<ObservedFile> texts) =>
    [
        .. texts.GroupBy(IncludeFolderOf, StringComparer.Ordinal)
            .Where(folder => folder.Key is { } path && (path.TrimEnd('/').Split('/')[^1][0] == '_' || folder.Count(file => file.Metadata?.Find("title") is not null) * 2 < folder.Count()))
            .Select(folder => folder.Key!),
    ];

    private static FileRole RoleOf(ObservedFile file, bool isMarkdown, HashSet<string> fragments)
    {
        if (IncludeFolderOf(file) is { } folder && fragments.Contains(folder))
            return FileRole.Include;
        if (System.IO.Path.GetFileNameWithoutExtension(file.Path) == "_index")
            return FileRole.Section;
        return isMarkdown && file.Format == ArticleFormat.Html ? FileRole.Document : FileRole.Entry;
    }

    /// <summary>A table of contents orders entries and is none.</summary>
    private static bool IsNavigation(ObservedFile file) =>
        System.IO.Path.GetFileNameWithoutExtension(file.Path).Equals("toc", StringComparison.OrdinalIgnoreCase);

    private static bool IsBundle(IEnumerable<ObservedFile> folder) =>
        folder.ToArray() is [var only] && only.Path[(only.TopFolder.Length + 1)..].StartsWith("index.", StringComparison.Ordinal);
}
