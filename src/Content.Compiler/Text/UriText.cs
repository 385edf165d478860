using System.Buffers;

namespace Content.Compiler.Text;

/// <summary>What a text is as a URI, the same on every operating system. What a scheme means is its users' affair.</summary>
internal static class UriText
{
    /// <summary>What <see cref="Uri"/> of the oldest framework we generate code for can hold.</summary>
    private const int LongestUri = 65519;

    private static readonly SearchValues<char> afterFirst =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>
    /// The length of the scheme that <paramref name="text"/> begins with, by the letters that RFC 3986 gives it, without its colon; or 0.
    /// Of <c>C:\path</c> it is 1.
    /// </summary>
    public static int LengthOfScheme(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return 0;
        var length = text.IndexOfAnyExcept(afterFirst);
        return length > 0 && text[length] == ':' ? length : 0;
    }

    /// <summary>An absolute URI: <c>/path</c> and <c>C:\path</c>, which some systems take for one, are none.</summary>
    public static bool IsAbsolute(string text) =>
        LengthOfScheme(text) > 1
        && text.Length <= LongestUri
        && !text.AsSpan().ContainsAny(" \t\r\n")
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Host.Length > 0 || uri.Scheme is not ("http" or "https"));

    /// <summary>Whether it begins as an address on the web: <c>https://host/path</c> or <c>//host/path</c>.</summary>
    public static bool IsOnWeb(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("//", StringComparison.Ordinal);
}
