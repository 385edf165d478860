using System.Buffers;
using System.Globalization;
using System.Text;

namespace Content.Compiler.Text;

/// <summary>
/// How URLs are written. RFC 3986 says what a path can hold; everything else is percent-encoded as UTF-8 with capital digits. What differs is what
/// a percent sign is: the beginning of an escape in what an author wrote, and a sign like others in the name of a file.
/// </summary>
internal static class UrlText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string InPaths = Unreserved + "!$&'()*+,;=:@/";

    private static readonly SearchValues<char> unreserved = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> path = SearchValues.Create(InPaths);
    private static readonly SearchValues<char> written = SearchValues.Create(InPaths + "?#[]%");

    // Reason: what an author pastes keeps letters of every script readable; only what Markdown, HTML or the URL would misread is encoded.
    private static readonly SearchValues<char> misread = SearchValues.Create(" \"#%()<>?\\^`{|}");

    /// <summary>
    /// The path of a URL in one form, so that two spellings of one address are equal. Escapes that are there already stay (<c>%2f</c> as <c>%2F</c>,
    /// <c>%41</c> as the <c>A</c> that it is); a percent sign that begins none is encoded itself.
    /// </summary>
    public static string EncodePath(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return Encode(text, path);
        var encoded = new StringBuilder(text.Length + 16);
        var rest = text.AsSpan();
        while (rest.IndexOf('%') is var sign and >= 0)
        {
            encoded.Append(Encode(rest[..sign], path));
            rest = rest[(sign + 1)..];
            if (!(rest.Length >= 2 && char.IsAsciiHexDigit(rest[0]) && char.IsAsciiHexDigit(rest[1])))
            {
                encoded.Append("%25");
                continue;
            }

            var value = byte.Parse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (unreserved.Contains((char)value))
                encoded.Append((char)value);
            else
                AppendEscapes(encoded, [value]);
            rest = rest[2..];
        }

        return encoded.Append(Encode(rest, path)).ToString();
    }

    /// <summary>The path of a file as a URL has it: nothing in it is an escape yet, also not <c>%41</c>.</summary>
    public static string EncodeName(string text) => Encode(text, path);

    /// <summary>A piece of a URL as an author wrote it: escapes in it stay.</summary>
    public static string EncodeWritten(ReadOnlySpan<char> text) => Encode(text, written);

    /// <summary>What addresses that lead to the same entry have in common: encoded, without a slash at the end.</summary>
    public static string Key(string text)
    {
        var encoded = EncodePath(text);
        return encoded.Length > 1 && encoded[^1] == '/' ? encoded[..^1] : encoded;
    }

    /// <summary>The path of a file as an author would write it in a link: what a reader cannot see is encoded, so that it can be told and pasted.</summary>
    public static string ForAuthors(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] <= ' ' || misread.Contains(text[index]))
                AppendEscapes(encoded, [(byte)text[index]]);
            else
                AppendVisible(encoded, text, ref index);
        }

        return encoded.Length == text.Length ? text : encoded.ToString();
    }

    /// <summary>Appends the character at <paramref name="index"/>, percent-encoded where nothing would be seen of it; the index is then at its last unit.</summary>
    public static void AppendVisible(StringBuilder to, string text, ref int index)
    {
        if (text[index] < '\u007F' || !Rune.TryGetRuneAt(text, index, out var rune) || !UnicodeText.IsInvisible(rune))
        {
            to.Append(text[index]);
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        AppendEscapes(to, bytes[..rune.EncodeToUtf8(bytes)]);
        index += rune.Utf16SequenceLength - 1;
    }

    private static string Encode(string text, SearchValues<char> kept) => text.AsSpan().ContainsAnyExcept(kept) ? Encode(text.AsSpan(), kept) : text;

    private static string Encode(ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        if (!text.ContainsAnyExcept(kept))
            return text.ToString();
        var encoded = new StringBuilder(text.Length + 32);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && kept.Contains((char)rune.Value))
                encoded.Append((char)rune.Value);
            else
                AppendEscapes(encoded, bytes[..rune.EncodeToUtf8(bytes)]);
        }

        return encoded.ToString();
    }

    private static void AppendEscapes(StringBuilder encoded, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
    }
}
