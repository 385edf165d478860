using System.Collections.Immutable;

namespace Content.Compiler.Links;

/// <summary>What files of navigation say of a site: the items of each such file that no other takes in, with what those take in.</summary>
/// <param name="Roots">By path, those of folders that lie higher first.</param>
internal sealed record SiteOutline(ImmutableArray<OutlineRoot> Roots)
{
    public static SiteOutline None { get; } = new([]);

    /// <summary>Whether both say the same.</summary>
    public bool IsSameAs(SiteOutline other) =>
        Roots.Length == other.Roots.Length && Roots.Zip(other.Roots).All(pair => pair.First.Folder == pair.Second.Folder && AreSame(pair.First.Items, pair.Second.Items));

    private static bool AreSame(ImmutableArray<OutlineItem> some, ImmutableArray<OutlineItem> others)
    {
        if (some.Length != others.Length)
            return false;
        for (var index = 0; index < some.Length; index++)
        {
            var (one, other) = (some[index], others[index]);
            if (one.Name != other.Name || one.Collection != other.Collection || one.Slug != other.Slug || one.Url != other.Url || one.IsExpanded != other.IsExpanded
                || one.Folder != other.Folder || !AreSame(one.Items, other.Items))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A file of navigation that no other takes in.</summary>
/// <param name="Folder">Where it lies, below the content root.</param>
/// <param name="Items">Its items.</param>
internal sealed record OutlineRoot(string Folder, ImmutableArray<OutlineItem> Items);

/// <summary>An item, and where it leads to.</summary>
/// <param name="Name">Empty where it is called as the entry that it leads to.</param>
/// <param name="Collection">The number of the collection of that entry; -1 where there is none.</param>
/// <param name="Slug">The entry's.</param>
/// <param name="Url">Where it leads to; null where it leads nowhere.</param>
/// <param name="IsExpanded">Whether the items below are to be seen from the start.</param>
/// <param name="Folder">The folder whose items these are; null where they stand in the same file.</param>
/// <param name="Items">Those below.</param>
internal sealed record OutlineItem(string Name, int Collection, string Slug, string? Url, bool IsExpanded, string? Folder, ImmutableArray<OutlineItem> Items);
