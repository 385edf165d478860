using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>Holds the files below the content root against the collections: each article belongs to one, and each collection has some.</summary>
internal static class CollectionMembership
{
    public static List<Diagnostic> Check(RoutedSite site, FileMap files)
    {
        var configuration = site.Configuration;
        if (!files.RootExists)
            return [CollectionErrors.NoRoot(configuration, files.Root, files.RootIsFile)];
        var diagnostics = new List<Diagnostic>();

        foreach (var (path, reason) in files.UnreadableFolders)
            diagnostics.Add(SourceErrors.Unreadable(FileOf(files, path), reason));
        foreach (var path in files.FoldersThatLeadOut)
            diagnostics.Add(LinkErrors.SymbolicLink(FileOf(files, path), files.Root));
        CheckFiles(site, files, diagnostics);
        for (var index = 0; index < configuration.Collections.Length; index++)
            CheckCollection(site, files, index, diagnostics);
        return diagnostics;
    }

    private static void CheckFiles(RoutedSite site, FileMap files, List<Diagnostic> diagnostics)
    {
        var collections = site.Configuration.Collections;
        var entries = site.Entries;
        var next = 0;
        SourceFile? unreadMdx = null;
        var unreadCount = 0;
        foreach (var file in files.Files)
        {
            while (next < entries.Length && string.CompareOrdinal(entries[next].Article.Path, file.Path) < 0)
                next++;
            var isArticle = FileExtensions.IsArticle(ContentPath.ExtensionOf(file.Path));
            if (next < entries.Length && entries[next].Article.Path == file.Path)
            {
                if (FindOther(collections, file.Path, entries[next].Article.Collection) is { } other)
                    diagnostics.Add(CollectionErrors.TwoCollections(file.File, collections[entries[next].Article.Collection].Name, other.Name));
            }
            else if (isArticle && file.Reach == FileReach.LeadsOut)
            {
                diagnostics.Add(LinkErrors.SymbolicLink(file.File, files.Root));
            }
            else if (isArticle && file.Reach == FileReach.Nowhere)
            {
                diagnostics.Add(SourceErrors.Unreadable(file.File, "it is a symbolic link to nothing, or to itself."));
            }
            else if (isArticle && !GlobSet.IsHidden(file.Path) && !IsExcluded(collections, file.Path) && !site.Configuration.ReadsMdx
                && file.Path.EndsWith(FileExtensions.Mdx, StringComparison.OrdinalIgnoreCase))
            {
                unreadMdx ??= file;
                unreadCount++;
            }
            else if (isArticle && !GlobSet.IsHidden(file.Path) && !IsExcluded(collections, file.Path))
            {
                diagnostics.Add(CollectionErrors.NoCollection(file.File, file.Path, files.Root));
            }
        }

        // Reason: what all of them want is one line of content.json, so one diagnostic says it.
        if (unreadMdx is not null)
            diagnostics.Add(CollectionErrors.UnreadMdx(unreadMdx.File, unreadCount));
    }

    private static CollectionDefinition? FindOther(ImmutableArray<CollectionDefinition> collections, string path, int own)
    {
        for (var index = 0; index < collections.Length; index++)
        {
            if (index != own && collections[index].Files.IsMatch(path))
                return collections[index];
        }

        return null;
    }

    /// <summary>Whether a collection says in so many words that it does not want the file.</summary>
    private static bool IsExcluded(ImmutableArray<CollectionDefinition> collections, string path)
    {
        foreach (var collection in collections)
        {
            if (collection.Files.Excludes(path) || collection.Files.Names(path))
                return true;
        }

        return false;
    }

    private static void CheckCollection(RoutedSite site, FileMap files, int index, List<Diagnostic> diagnostics)
    {
        var collection = site.Configuration.Collections[index];
        foreach (var entry in site.Entries)
        {
            if (entry.Article.Collection == index)
                return;
        }

        foreach (var entry in site.Entries)
        {
            if (collection.Files.IsMatch(entry.Article.Path))
                return; // it has one, which belongs to two collections: that is reported
        }

        if (collection.Layout != EntryLayout.Single && files.Files.Any(file => collection.Files.IsMatch(file.Path)))
            return; // files without entries yet

        if (HasUnreachable(files, collection))
            return; // what it would have is reported where it is

        diagnostics.Add(CollectionErrors.NoFile(site.Configuration.File ?? "", collection, files.Root));
    }

    /// <summary>Whether files or folders that are not read could be the collection's: symbolic links that lead out or nowhere, folders that cannot be listed.</summary>
    private static bool HasUnreachable(FileMap files, CollectionDefinition collection)
    {
        foreach (var file in files.Files)
        {
            if (file.Reach != FileReach.Inside && collection.Files.IsMatch(file.Path))
                return true;
        }

        foreach (var folder in files.FoldersThatLeadOut.Concat(files.UnreadableFolders.Select(unreadable => unreadable.Path)))
        {
            if (IsAtOrBelow(folder, collection.BaseFolder) || IsAtOrBelow(collection.BaseFolder, folder))
                return true;
        }

        return false;
    }

    private static bool IsAtOrBelow(string path, string folder) => folder.Length == 0
        || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));

    private static string FileOf(FileMap files, string path) =>
        files.Root.Length == 0 ? path : path.Length == 0 ? files.Root : $"{files.Root}/{path}";
}
