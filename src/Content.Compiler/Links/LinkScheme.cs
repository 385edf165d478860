using System.Buffers;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Links;

/// <summary>The scheme that a destination begins with, and what it makes of it.</summary>
internal static class LinkScheme
{
    // Reason: "javascript" is the longest scheme that is looked for; what is longer and misspelled is not looked at.
    private const int LongestMisspelled = 8;

    private static readonly SearchValues<char> afterFirst =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static readonly string[] web = ["http", "https"];

    /// <summary>The length of the scheme that <paramref name="text"/> begins with, without its colon, or 0.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return 0;
        var length = text.IndexOfAnyExcept(afterFirst);
        return length > 0 && text[length] == ':' ? length : 0;
    }

    /// <summary>What a destination with a scheme of this length is.</summary>
    public static LinkKind Classify(string text, int length)
    {
        var scheme = text.AsSpan(0, length);
        var rest = text.AsSpan(length + 1);
        if (Is(scheme, "https") || Is(scheme, "http"))
            return LinkKind.External;
        if (Is(scheme, "mailto"))
            return LinkKind.Mail;
        if (Is(scheme, "tel"))
            return LinkKind.Telephone;
        if (Is(scheme, "javascript") || Is(scheme, "vbscript") || Is(scheme, "file"))
            return LinkKind.Unsafe;
        if (Is(scheme, "data"))
            return rest.TrimStart(' ').StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? LinkKind.Other : LinkKind.Unsafe;
        if (length == 1)
            return LinkKind.LocalPath;
        return length <= LongestMisspelled && rest.StartsWith("//") && FindNear(scheme) is not null
            ? LinkKind.MisspelledScheme
            : LinkKind.Other;
    }

    /// <summary><c>http</c> or <c>https</c> where the scheme is a misspelling of it: <c>ttps</c>, <c>htpps</c>.</summary>
    public static string? FindNear(ReadOnlySpan<char> scheme) => Suggestion.Closest(scheme.ToString(), web);

    private static bool Is(ReadOnlySpan<char> scheme, string name) => scheme.Equals(name, StringComparison.OrdinalIgnoreCase);
}
