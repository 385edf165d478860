using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Routing;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>A site with what each article's links came to: what the next linking goes on from.</summary>
/// <param name="Site">The site.</param>
/// <param name="Routed">The entries before they were linked, by path.</param>
/// <param name="Files">The files that links were resolved against.</param>
/// <param name="Articles">By entry of <paramref name="Routed"/>.</param>
/// <param name="CheckedLinks">Whether broken links were reported.</param>
/// <param name="LinkedAnew">How many articles' links were resolved, and not taken over from before.</param>
internal sealed record LinkedSite(
    Site Site, RoutedSite Routed, FileMap Files, ImmutableArray<LinkedArticle> Articles, bool CheckedLinks, int LinkedAnew)
{
    /// <summary>What the links were held against.</summary>
    public required LinkingSite Linking { get; init; }

    /// <summary>What the links of the program's pages and of files of navigation came to.</summary>
    public LinkedArticle[] Pages { get; init; } = [];

    /// <summary>By entry: whether it, or what its links came to, has anything to report or to silence.</summary>
    public required bool[] HasFindings { get; init; }

    /// <summary>What is wrong with the files of collections, which follows from names alone.</summary>
    public required IReadOnlyList<Diagnostic> Membership { get; init; }
}
