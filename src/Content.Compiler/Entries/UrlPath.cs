using System.Globalization;
using System.Text;

namespace Content.Compiler.Entries;

/// <summary>
/// Root-relative paths of URLs in one form, so that two spellings of one address are equal: everything but what RFC 3986 allows in a path
/// is percent-encoded as UTF-8 with capital digits, and nothing that need not be.
/// </summary>
public static class UrlPath
{
    /// <summary>
    /// <paramref name="path"/> encoded. Escapes that are there already stay (<c>%2f</c> as <c>%2F</c>, <c>%41</c> as the <c>A</c> that it is);
    /// a percent sign that begins none is encoded itself.
    /// </summary>
    public static string Encode(string path)
    {
        if (IsPlain(path))
            return path;
        var encoded = new StringBuilder(path.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        var text = path.AsSpan();
        while (Rune.DecodeFromUtf16(text, out var rune, out var units) is var _ && units > 0)
        {
            if (rune.Value == '%' && IsEscape(text))
            {
                var value = byte.Parse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                units = 3;
                if (IsUnreserved((char)value))
                    encoded.Append((char)value);
                else
                    Append(encoded, value);
            }
            else if (rune.IsAscii && IsAllowed((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
            }
            else
            {
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
                    Append(encoded, value);
            }

            text = text[units..];
        }

        return encoded.ToString();
    }

    /// <summary>
    /// The path with every character that stands for itself in no URL encoded, percent signs too: for names of files, where <c>%41</c> is no escape.
    /// </summary>
    public static string EncodeName(string path) =>
        Encode(path.Contains('%', StringComparison.Ordinal) ? path.Replace("%", "%25", StringComparison.Ordinal) : path);

    /// <summary>What addresses that lead to the same entry have in common: encoded, without a slash at the end.</summary>
    public static string Key(string path)
    {
        var encoded = Encode(path);
        return encoded.Length > 1 && encoded[^1] == '/' ? encoded[..^1] : encoded;
    }

    private static bool IsPlain(string path)
    {
        foreach (var unit in path)
        {
            if (!IsAllowed(unit))
                return false;
        }

        return true;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text.Length > 2 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    private static bool IsUnreserved(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.' or '_' or '~';

    private static bool IsAllowed(char unit) =>
        IsUnreserved(unit) || unit is '/' or ':' or '@' or '!' or '$' or '&' or '\'' or '(' or ')' or '*' or '+' or ',' or ';' or '=';

    private static void Append(StringBuilder encoded, byte value) => encoded.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
}
