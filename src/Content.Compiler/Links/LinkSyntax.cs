using System.Buffers;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Links;

/// <summary>Looks at a destination alone: what it says of itself, before anybody asks whether its target exists.</summary>
internal static class LinkSyntax
{
    /// <summary>Everything else has to be looked at.</summary>
    private static readonly SearchValues<char> harmless =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/#?&=+,;!$'()*");

    private static readonly SearchValues<char> space = SearchValues.Create(" \t\r\n\f");

    private static readonly string[] webSchemes = ["http", "https"];

    /// <summary>What is wrong with <paramref name="destination"/>; null where nothing is.</summary>
    public static LinkFault? Check(string destination, LinkRole role)
    {
        if (destination.Length > 0 && destination.AsSpan().IndexOfAnyExcept(harmless) < 0 && !destination.StartsWith("//", StringComparison.Ordinal))
            return null;
        var text = destination.AsSpan().Trim("\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u001b ");
        if (text.IsEmpty)
            return new LinkFault(LinkFaultKind.Empty, destination);

        // Browsers drop tabs and line breaks, which is how a scheme is hidden: java&#10;script:.
        var clean = text.IndexOfAny("\t\r\n") < 0 ? text : text.ToString().ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal);
        var scheme = LengthOfScheme(clean);
        if (scheme > 0)
            return CheckScheme(text, clean, scheme);
        if (clean.StartsWith("//") || clean.StartsWith(@"\\") || clean.StartsWith(@"/\"))
            return CheckSpelling(text) ?? WebAddress.Check(text, 2);
        if (role == LinkRole.Hyperlink && MailAddress.IsBare(text))
            return new LinkFault(LinkFaultKind.BareMailAddress, text.ToString(), $"mailto:{text}");
        return CheckSpelling(text);
    }

    /// <summary>The length of the scheme in front of <paramref name="text"/> without its colon; 0 where there is none.</summary>
    private static int LengthOfScheme(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiLetter(text[0]))
            return 0;
        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '+' or '-' or '.'))
            length++;
        return length < text.Length && text[length] == ':' ? length : 0;
    }

    private static LinkFault? CheckScheme(ReadOnlySpan<char> text, ReadOnlySpan<char> clean, int length)
    {
        var scheme = clean[..length];
        var rest = clean[(length + 1)..];
        if (Is(scheme, "https") || Is(scheme, "http"))
            return CheckWeb(text, scheme, rest);
        if (Is(scheme, "mailto"))
            return MailAddress.ArePlausible(rest) ? null : new LinkFault(LinkFaultKind.NoMailAddress, text.ToString());
        if (Is(scheme, "tel"))
            return rest.ContainsAnyInRange('0', '9') ? null : new LinkFault(LinkFaultKind.NoTelephoneNumber, text.ToString());
        if (Is(scheme, "javascript") || Is(scheme, "vbscript") || Is(scheme, "file")
            || (Is(scheme, "data") && !rest.TrimStart().StartsWith("image/", StringComparison.OrdinalIgnoreCase)))
        {
            return new LinkFault(LinkFaultKind.UnsafeScheme, scheme.ToString());
        }

        if (length == 1)
            return new LinkFault(LinkFaultKind.LocalPath, text.ToString());
        if (rest.StartsWith("//") && length <= 7 && Suggestion.Closest(scheme.ToString(), webSchemes) is { } near)
            return new LinkFault(LinkFaultKind.MisspelledScheme, scheme.ToString(), string.Concat(near, clean[length..]));

        // Any other scheme has rules of its own, which are none of our business.
        return null;
    }

    private static LinkFault? CheckWeb(ReadOnlySpan<char> text, ReadOnlySpan<char> scheme, ReadOnlySpan<char> rest)
    {
        if (CheckSpelling(text) is { } fault)
            return fault;
        return rest.StartsWith("//")
            ? WebAddress.Check(text, scheme.Length + 3)
            : new LinkFault(LinkFaultKind.Unparsable, text.ToString(), string.Concat(scheme, "://", rest.TrimStart('/')));
    }

    private static LinkFault? CheckSpelling(ReadOnlySpan<char> text)
    {
        var suffix = text.IndexOfAny('?', '#');
        var path = suffix < 0 ? text : text[..suffix];
        if (path.Contains('\\'))
            return new LinkFault(LinkFaultKind.Backslash, text.ToString(), string.Concat(path.ToString().Replace('\\', '/'), text[path.Length..]));
        if (text.IndexOfAny(space) >= 0)
            return new LinkFault(LinkFaultKind.Space, text.ToString(), EncodeSpace(text));
        for (var from = 0; text[from..].IndexOf('%') is var found and >= 0; from += found + 1)
        {
            var escape = text[(from + found + 1)..];
            if (escape.Length < 2 || !char.IsAsciiHexDigit(escape[0]) || !char.IsAsciiHexDigit(escape[1]))
                return new LinkFault(LinkFaultKind.BadEscape, text.ToString(), "%25");
        }

        return null;
    }

    private static string EncodeSpace(ReadOnlySpan<char> text)
    {
        var joined = text.ToString().ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal).Replace("\f", "", StringComparison.Ordinal);
        return joined.Replace(" ", "%20", StringComparison.Ordinal);
    }

    private static bool Is(ReadOnlySpan<char> scheme, string name) => scheme.Equals(name, StringComparison.OrdinalIgnoreCase);
}
