using System.Collections.Immutable;
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
    Site Site, RoutedSite Routed, FileMap Files, ImmutableArray<LinkedArticle> Articles, bool CheckedLinks, int LinkedAnew);
