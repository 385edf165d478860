using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Schema;

namespace Content.Compiler.Links;

/// <summary>What <c>links.ignore</c> takes out of the checks of one article, and which of its patterns were needed for that.</summary>
internal sealed class LinkExclusions(ImmutableArray<IgnoredLink> patterns)
{
    private bool[]? needed;

    /// <summary>The indexes of the patterns that excluded something.</summary>
    public ImmutableArray<int> Needed => needed is null ? [] : [.. Enumerable.Range(0, needed.Length).Where(index => needed[index])];

    /// <summary>Whether a link about which there is something to say is excluded; the patterns that do it are then needed.</summary>
    public bool Excludes(Link link)
    {
        var isExcluded = false;
        for (var index = 0; index < patterns.Length; index++)
        {
            if (!patterns[index].IsMatch(link.Destination))
                continue;
            needed ??= new bool[patterns.Length];
            needed[index] = isExcluded = true;
        }

        return isExcluded;
    }
}
