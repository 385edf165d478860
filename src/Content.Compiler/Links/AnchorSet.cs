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
    private ArticleHeading[]? headings;
    private readonly ArticleContent content;

    public AnchorSet(ArticleContent content)
    {
        this.content = content;
        anchors = content.Anchors;
        many = anchors.Length > FewAnchors ? new(anchors, StringComparer.Ordinal) : null;
    }

    /// <summary>Whether these are the ids of this text.</summary>
    public bool IsOf(ArticleContent text) => ReferenceEquals(content, text);

    /// <summary>Whether a fragment, without its <c>#</c>, names a place: as written, else percent-decoded; the empty one and <c>top</c> always do.</summary>
    public bool Contains(ReadOnlySpan<char> fragment)
    {
        if (fragment.IsEmpty || fragment.Equals("top", StringComparison.OrdinalIgnoreCase) || Has(fragment))
            return true;
        return fragment.Contains('%') ? Has(Uri.UnescapeDataString(fragment)) : !System.Text.Ascii.IsValid(fragment) && Has(Uri.EscapeDataString(fragment));
    }

    /// <summary>
    /// Whether a fragment surely names no place. Where expressions are left that nothing fills in, what stands there may have any id, but hardly one
    /// that differs from another by case alone.
    /// </summary>
    public bool Lacks(ReadOnlySpan<char> fragment) => !Contains(fragment) && (!content.HoldsUnfilled || HasInOtherCase(Uri.UnescapeDataString(fragment)));

    /// <summary>The id of the heading that a fragment spells as another tool does, or null.</summary>
    public string? FindSpelling(ReadOnlySpan<char> fragment) => (suggestions ??= new AnchorSuggestions(content)).BySpelling(Uri.UnescapeDataString(fragment));

    /// <summary>The id that a wrong fragment probably means, or null.</summary>
    public string? Closest(string fragment) => (suggestions ??= new AnchorSuggestions(content)).Closest(Uri.UnescapeDataString(fragment));

    /// <summary>Whether the fragment can mean no other id than the one that is the closest.</summary>
    public bool HasOneNear(string fragment) => (suggestions ??= new AnchorSuggestions(content)).HasOneNear(Uri.UnescapeDataString(fragment));

    /// <summary>The id of the heading with this text, given as notes have it: after the headings that it stands below, and without signs that count for links.</summary>
    public string? FindHeading(string text)
    {
        var wanted = HeadingText(text[(text.LastIndexOf('#') + 1)..]);
        foreach (var heading in headings ??= [.. content.Headings])
        {
            if (heading.Id.Length > 0 && HeadingText(heading.Text).Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return heading.Id;
        }

        return null;
    }

    private static string HeadingText(string text) =>
        string.Join(' ', text.Split([' ', '\t', '#', '|', '^', ':', '%', '[', ']'], StringSplitOptions.RemoveEmptyEntries));

    private bool HasInOtherCase(string fragment) => anchors.Any(anchor => anchor.Equals(fragment, StringComparison.OrdinalIgnoreCase));

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
