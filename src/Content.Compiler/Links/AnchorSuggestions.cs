using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>What a wrong fragment probably means: an id in another case, a heading as another tool spells its id, or a near miss.</summary>
internal sealed class AnchorSuggestions
{
    private const string UserContent = "user-content-";

    private readonly Dictionary<string, string> byCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byLetters = new(StringComparer.Ordinal);
    private readonly NearNames names;
    private static readonly char[] digits = [.. "0123456789"];

    public AnchorSuggestions(ArticleContent content)
    {
        foreach (var anchor in content.Anchors)
        {
            byCase.TryAdd(anchor, anchor);
            Add(Letters(anchor), anchor);
        }

        foreach (var heading in content.Headings)
        {
            if (heading.Id.Length == 0)
                continue;
            var letters = Letters(heading.Text);
            Add(letters, heading.Id);
            Add(letters.TrimStart(digits), heading.Id); // some tools drop the number of "2. Install"
            if (heading.Text.Contains('&'))
                Add(Letters(heading.Text.Replace("&", " and ", StringComparison.Ordinal)), heading.Id);
        }

        names = new NearNames(content.Anchors);
    }

    /// <summary>The id, or null.</summary>
    public string? Closest(string fragment) => BySpelling(fragment) ?? names.Closest(WithoutPrefix(fragment));

    /// <summary>The id that has the letters and digits of the fragment, or null.</summary>
    public string? BySpelling(string fragment)
    {
        var written = WithoutPrefix(fragment);
        if (byCase.TryGetValue(written, out var id))
            return id;
        var letters = Letters(written);
        return letters.Length > 0 && byLetters.TryGetValue(letters, out id) ? id : null;
    }

    /// <summary>Whether there is a closest id and no other is near, so that nothing else can be meant.</summary>
    public bool HasOneNear(string fragment) => Closest(fragment) is { } id && !Suggestion.DiffersByNumber(WithoutPrefix(fragment), id) && names.Closest(WithoutPrefix(fragment), except: id) is null;

    /// <summary>Code hosts put <c>user-content-</c> before ids in their HTML, and from there it is copied.</summary>
    private static string WithoutPrefix(string fragment) =>
        fragment.StartsWith(UserContent, StringComparison.Ordinal) ? fragment[UserContent.Length..] : fragment;

    private void Add(string letters, string id)
    {
        if (letters.Length > 0)
            byLetters.TryAdd(letters, id);
    }

    /// <summary>What all ways to make an id of a heading have in common: its letters and digits, without case and accents.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in UnicodeText.Decompose(text).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
                continue;
            if (rune.IsAscii)
                letters.Append(char.ToLowerInvariant((char)rune.Value));
            else
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return letters.ToString();
    }
}
