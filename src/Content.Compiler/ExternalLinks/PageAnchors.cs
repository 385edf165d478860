using System.Buffers;
using System.Collections.Frozen;
using Content.Compiler.Articles.Html;

namespace Content.Compiler.ExternalLinks;

/// <summary>The places of another site's page that a fragment can name: the ids of its elements, and <c>a[name]</c>.</summary>
public sealed class PageAnchors
{
    // Reason: sites that show what their users write put this before its ids, and take it off again by script.
    private const string UserContent = "user-content-";

    private static readonly SearchValues<char> lineOfCode = SearchValues.Create("0123456789LC-");

    private readonly FrozenSet<string> names;

    private PageAnchors(FrozenSet<string> names) => this.names = names;

    /// <summary>Reads a page's HTML, whatever it is; each character is looked at a bounded number of times.</summary>
    public static PageAnchors Read(ReadOnlySpan<char> html)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tokens = new HtmlTokenizer(html);
        while (tokens.MoveNext())
        {
            if (tokens.Kind != HtmlTokenKind.StartTag)
                continue;
            var attributes = LinkAttributes.Read(html, tokens.Attributes);
            if (attributes.Id is { } id)
                names.Add(AttributeText.Decode(html, id).Text);
            if (attributes.Name is { } name && tokens.Name.Equals("a", StringComparison.OrdinalIgnoreCase))
                names.Add(AttributeText.Decode(html, name).Text);
        }

        return new PageAnchors(names.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// Whether a fragment, without its <c>#</c>, is one to be looked for. Not the empty one and <c>top</c>, which always hold; and not what
    /// only the page's own scripts understand: <c>#!/x</c>, <c>#/x</c>, <c>#a=b</c>, <c>#L10-L20</c>.
    /// </summary>
    public static bool IsNamed(string fragment)
    {
        if (fragment.Length == 0 || fragment[0] is '!' or '/' || fragment.Equals("top", StringComparison.OrdinalIgnoreCase))
            return false;
        return !fragment.AsSpan().ContainsAny('=', '&') && !IsLineOfCode(fragment);
    }

    /// <summary>Whether a fragment names a place: as written, else percent-decoded.</summary>
    public bool Contains(string fragment)
    {
        var decoded = Uri.UnescapeDataString(fragment);
        return names.Contains(fragment) || names.Contains(decoded) || names.Contains(UserContent + decoded);
    }

    private static bool IsLineOfCode(string fragment) =>
        fragment.Length > 1 && fragment[0] == 'L' && fragment.AsSpan(1).IndexOfAnyExcept(lineOfCode) < 0 && char.IsAsciiDigit(fragment[1]);
}
