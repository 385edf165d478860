using System.Collections.Immutable;

namespace Content.Compiler.Inference;

/// <summary>Files that make one collection.</summary>
/// <param name="Folder">The folder below the root that they fill; empty for those that lie in the root, or all over it.</param>
/// <param name="Role">What they are.</param>
/// <param name="Files">By path.</param>
internal sealed record FileGroup(string Folder, FileRole Role, ImmutableArray<ObservedFile> Files);

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
