using System.Buffers;
using System.Globalization;
using System.Text;

namespace Content.Compiler.Links;

/// <summary>Percent-encodes what a URL cannot hold.</summary>
internal static class UrlText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> path = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/");
    private static readonly SearchValues<char> written = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?#[]%");

    // Reason: what an author pastes keeps letters of every script readable; only what Markdown, HTML or the URL would misread is encoded.
    private static readonly SearchValues<char> misread = SearchValues.Create(" \"#%()<>?\\^`{|}");

    /// <summary>The path of a file as a URL has it: nothing in it is an escape yet.</summary>
    public static string EncodePath(string text) => Encode(text, path);

    /// <summary>A piece of a URL as an author wrote it: escapes in it stay.</summary>
    public static string EncodeWritten(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(written) < 0 ? text.ToString() : Encode(text, written);

    /// <summary>The path of a file as an author would write it in a link.</summary>
    public static string ForAuthors(string text)
    {
        if (text.AsSpan().IndexOfAny(misread) < 0 && !text.AsSpan().ContainsAnyInRange('\0', ' '))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            if (unit <= ' ' || misread.Contains(unit))
                encoded.Append(CultureInfo.InvariantCulture, $"%{(int)unit:X2}");
            else
                encoded.Append(unit);
        }

        return encoded.ToString();
    }

    private static string Encode(ReadOnlySpan<char> text, SearchValues<char> kept)
    {
        if (text.IndexOfAnyExcept(kept) < 0)
            return text.ToString();
        var encoded = new StringBuilder(text.Length + 32);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && kept.Contains((char)rune.Value))
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            foreach (var value in bytes[..count])
                encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return encoded.ToString();
    }
}
