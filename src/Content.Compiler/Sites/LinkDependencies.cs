using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>
/// Which articles must be linked again after others changed. What a link comes to depends on the addresses of all entries and the names of all files,
/// and of the entry that it leads to, or that is suggested instead, on whether that is published and on its anchors.
/// </summary>
internal static class LinkDependencies
{
    /// <summary>
    /// By entry: whether what its links came to before may differ now; null where all may, because addresses, files or the configuration are others.
    /// </summary>
    public static bool[]? FindStale(LinkedSite before, RoutedSite routed, FileMap files, bool checkLinks)
    {
        if (before.CheckedLinks != checkLinks || !ReferenceEquals(before.Routed.Configuration, routed.Configuration)
            || before.Routed.Entries.Length != routed.Entries.Length || !before.Files.HasSameNames(files) || !HasSameImages(before, routed, files))
        {
            return null;
        }

        var stale = new bool[routed.Entries.Length];
        var isTargetChanged = new bool[routed.Entries.Length];
        var isAnyTargetChanged = false;
        for (var index = 0; index < stale.Length; index++)
        {
            var (old, current) = (before.Routed.Entries[index], routed.Entries[index]);
            if (ReferenceEquals(old, current))
                continue;
            if (!HasSameAddress(old, current))
                return null;
            if (ReferenceEquals(old.Article, current.Article) && old.IsPublished == current.IsPublished)
                continue;
            stale[index] = true;
            isTargetChanged[index] = !LooksTheSame(old, current);
            isAnyTargetChanged |= isTargetChanged[index];
        }

        for (var index = 0; isAnyTargetChanged && index < stale.Length; index++)
        {
            // A suggestion is held against the entry that it names, to which no link leads yet.
            stale[index] |= before.Articles[index].Diagnostics.Count > 0;
            foreach (var target in before.Articles[index].Targets)
                stale[index] |= target >= 0 && isTargetChanged[target];
        }

        return stale;
    }

    /// <summary>Where pages say how large images are, an image that changed is another link.</summary>
    private static bool HasSameImages(LinkedSite before, RoutedSite routed, FileMap files) => routed.Configuration.Images == ImageAttributes.None
        || before.Files.Files.Zip(files.Files).All(pair => pair.First == pair.Second || FileExtensions.IsArticle(ContentPath.ExtensionOf(pair.First.Path)))
        && before.Files.StaticFiles.SequenceEqual(files.StaticFiles);

    private static bool HasSameAddress(Entry old, Entry current) =>
        old.Article.Path == current.Article.Path && old.Article.Collection == current.Article.Collection
        && old.Url == current.Url && old.Article.Metadata.Uid?.Value == current.Article.Metadata.Uid?.Value && old.Aliases.AsSpan().SequenceEqual(current.Aliases.AsSpan());

    /// <summary>Whether nothing that a link to the entry is held against has changed: its state of publication, its anchors, and the headings that suggestions name.</summary>
    private static bool LooksTheSame(Entry old, Entry current)
    {
        var (was, now) = (old.Article.Metadata, current.Article.Metadata);
        if (old.IsPublished != current.IsPublished || was.IsDraft != now.IsDraft || was.PublishDate != now.PublishDate || was.ExpiryDate != now.ExpiryDate)
            return false;
        return (old.Article.Content, current.Article.Content) switch
        {
            (null, null) => true,
            ({ } before, { } after) => HasSamePlaces(before, after),
            _ => false,
        };
    }

    private static bool HasSamePlaces(ArticleContent before, ArticleContent after) =>
        before.Anchors.AsSpan().SequenceEqual(after.Anchors.AsSpan()) && before.Headings.AsSpan().SequenceEqual(after.Headings.AsSpan());
}
