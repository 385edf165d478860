using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>Files that make one collection.</summary>
/// <param name="Folder">The folder below the root that they fill; empty for those that lie in the root, or all over it.</param>
/// <param name="Role">What they are.</param>
/// <param name="Files">By path.</param>
internal sealed record FileGroup(string Folder, FileRole Role, ImmutableArray<ObservedFile> Files)
{
    /// <summary>How the entries lie in the files.</summary>
    public EntryLayout Layout => Files[0].Entries.Layout;

    /// <summary>Whether it is one data file in the root that holds many entries, and gives the collection its name.</summary>
    public bool IsRootFile => Folder.Length == 0 && Layout != EntryLayout.Single;

    /// <summary>How many entries there are.</summary>
    public int Count => Files.Sum(file => file.Entries.Layout == EntryLayout.Single ? 1 : file.Entries.Items.Length);
}

/// <summary>What a file is to the site; where two apply, the later.</summary>
internal enum FileRole
{
    /// <summary>An article, or a data file, of its folder.</summary>
    Entry,

    /// <summary>A document that came as it is: HTML without front matter among Markdown.</summary>
    Document,

    /// <summary>The page of a folder, <c>_index.md</c> as Hugo and Zola have it: it has keys of its own.</summary>
    Section,

    /// <summary>A fragment that other articles take in, from a folder such as <c>includes</c>.</summary>
    Include,
}
