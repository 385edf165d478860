using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;

namespace Content.Compiler.Links;

/// <summary>The scheme that a destination begins with, and what it makes of it.</summary>
internal static class LinkScheme
{
    // Reason: "javascript" is the longest scheme that is looked for; what is longer and misspelled is not looked at.
    private const int LongestMisspelled = 8;

    private static readonly string[] web = ["http", "https"];

    /// <summary>
    /// The length of what somebody typed for <c>http:</c> or <c>https:</c> before two slashes where it is not even a scheme:
    /// <c>https;</c>, <c>http</c>, <c>htps.</c>; else 0.
    /// </summary>
    public static int MeasureMistyped(ReadOnlySpan<char> text)
    {
        var slashes = text.IndexOf("//");
        return slashes is > 2 and <= LongestMisspelled && Meant(text[..slashes]) is not null ? slashes : 0;
    }

    /// <summary><c>http</c> or <c>https</c> where what stands before the slashes is a misspelling of it: <c>ttps:</c>, <c>https;</c>.</summary>
    public static string? Meant(ReadOnlySpan<char> beforeSlashes)
    {
        var name = beforeSlashes.TrimEnd(":;,.");
        if (beforeSlashes.Length - name.Length > 2)
            return null;
        return Is(name, "https") ? "https" : Is(name, "http") ? "http" : Suggestion.Closest(name.ToString(), web);
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
        if (UnsafeScheme.IsUnsafe(scheme))
            return LinkKind.Unsafe;
        if (Is(scheme, "data"))
            return UnsafeScheme.Find(text, isImage: true) is null ? LinkKind.Other : LinkKind.Unsafe;
        if (length == 1)
            return LinkKind.LocalPath;
        return length <= LongestMisspelled && rest.StartsWith("//") && Meant(scheme) is not null
            ? LinkKind.MisspelledScheme
            : LinkKind.Other;
    }

    private static bool Is(ReadOnlySpan<char> scheme, string name) => scheme.Equals(name, StringComparison.OrdinalIgnoreCase);
}
