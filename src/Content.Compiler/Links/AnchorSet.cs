using System.Collections.Immutable;
using Content.Compiler.Articles;

namespace Content.Compiler.Links;

/// <summary>The ids that a fragment can name in one article.</summary>
internal sealed class AnchorSet
{
    private const int FewAnchors = 12;

    private readonly ImmutableArray<string> anchors;
    private readonly HashSet<string>? many;

    // Reason: made when the first fragment is wrong; two threads may both make one, and they are equal.
    private AnchorSuggestions? suggestions;
    private readonly ArticleContent content;

    public AnchorSet(ArticleContent content)
    {
        this.content = content;
        anchors = content.Anchors;
        many = anchors.Length > FewAnchors ? new(anchors, StringComparer.Ordinal) : null;
    }

    /// <summary>Whether a fragment, without its <c>#</c>, names a place: as written, else percent-decoded; the empty one and <c>top</c> always do.</summary>
    public bool Contains(ReadOnlySpan<char> fragment)
    {
        if (fragment.IsEmpty || fragment.Equals("top", StringComparison.OrdinalIgnoreCase) || Has(fragment))
            return true;
        return fragment.Contains('%') ? Has(Uri.UnescapeDataString(fragment)) : !System.Text.Ascii.IsValid(fragment) && Has(Uri.EscapeDataString(fragment));
    }

    /// <summary>The id that a wrong fragment probably means, or null.</summary>
    public string? Closest(string fragment) => (suggestions ??= new AnchorSuggestions(content)).Closest(Uri.UnescapeDataString(fragment));

    /// <summary>Whether the fragment can mean no other id than the one that is the closest.</summary>
    public bool HasOneNear(string fragment) => (suggestions ??= new AnchorSuggestions(content)).HasOneNear(Uri.UnescapeDataString(fragment));

    private bool Has(ReadOnlySpan<char> id)
    {
        if (many is not null)
            return many.GetAlternateLookup<ReadOnlySpan<char>>().Contains(id);
        foreach (var anchor in anchors)
        {
            if (id.SequenceEqual(anchor))
                return true;
        }

        return false;
    }
}
