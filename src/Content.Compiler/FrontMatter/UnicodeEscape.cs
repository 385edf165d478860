using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>Escapes such as <c>\u00e9</c> in YAML and TOML, whose libraries throw at some that are no character without saying where.</summary>
internal static class UnicodeEscape
{
    /// <summary>What is said of one that is no character.</summary>
    public const string NoCharacter = "This escape is not a character. Write the character itself, or its code as \\uXXXX or \\UXXXXXXXX.";

    /// <summary>The first escape from <paramref name="position"/> on that is no character, or null.</summary>
    public static TextSpan? FindBad(string text, int position, int end)
    {
        while (position < end && text.IndexOf('\\', position, end - position) is var found and >= 0)
        {
            if (found + 1 < end && text[found + 1] is 'u' or 'U' && SpanAt(text, found, end) is var escape && IsNoCharacter(text, escape))
                return escape;
            position = found + 2;
        }

        return null;
    }

    /// <summary>The escape at a backslash, with as many of its digits as there are.</summary>
    public static TextSpan SpanAt(string text, int backslash, int end)
    {
        var stop = Math.Min(backslash + 2, end);
        var last = Math.Min(stop + Digits(text[Math.Min(backslash + 1, end - 1)]), end);
        while (stop < last && char.IsAsciiHexDigit(text[stop]))
            stop++;
        return TextSpan.FromBounds(backslash, stop);
    }

    /// <summary>How many digits an escape takes.</summary>
    public static int Digits(char letter) => letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };

    /// <summary>Whether the digits of an escape are a surrogate's, or beyond Unicode.</summary>
    public static bool IsNoCharacter(string text, TextSpan escape)
    {
        var digits = text.AsSpan(escape.Start, escape.Length)[2..].TrimStart('0');
        if (digits.Length is 0 or > 6)
            return digits.Length > 6;
        return int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF);
    }
}
