using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>Tells addresses from what only looks like one, the same on every operating system.</summary>
internal static class AddressText
{
    /// <summary>What <see cref="Uri"/> of the oldest framework we generate code for can hold.</summary>
    private const int LongestUri = 65519;

    /// <summary>An absolute URI: <c>/path</c> and <c>C:\path</c>, which some systems take for one, are none.</summary>
    public static bool IsAbsoluteUri(string text) =>
        UriScheme.LengthOf(text) > 1
        && text.Length <= LongestUri
        && !text.AsSpan().ContainsAny(" \t\r\n")
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Host.Length > 0 || uri.Scheme is not ("http" or "https"));

    /// <summary>An address on the web: <c>https://host/path</c> or <c>//host/path</c>.</summary>
    public static bool IsWebAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("//", StringComparison.Ordinal);

    /// <summary>
    /// <c>jane@example.org</c>: one part before the <c>@</c> without spaces, and a domain of labels with a dot between them.
    /// Letters of every script will do in both.
    /// </summary>
    public static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        if (at is <= 0 or > 64 || text.Length > 254)
            return false;
        foreach (var unit in text[..at])
        {
            if (char.IsWhiteSpace(unit) || char.IsControl(unit) || "\"(),:;<>@[]\\".Contains(unit))
                return false;
        }

        var domain = text[(at + 1)..];
        var labels = 0;
        foreach (var range in domain.Split('.'))
        {
            if (!IsLabel(domain[range]))
                return false;
            labels++;
        }

        return labels > 1;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            return false;
        foreach (var unit in label)
        {
            if (!char.IsLetterOrDigit(unit) && unit != '-' && !char.IsSurrogate(unit)
                && char.GetUnicodeCategory(unit) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
                return false;
        }

        return true;
    }
}
