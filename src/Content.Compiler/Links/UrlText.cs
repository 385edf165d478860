using System.Buffers;
using System.Globalization;
using System.Text;
using Content.Compiler.Text;

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

    /// <summary>The path of a file as an author would write it in a link: what a reader cannot see is encoded, so that it can be told and pasted.</summary>
    public static string ForAuthors(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] <= ' ' || misread.Contains(text[index]))
                encoded.Append(CultureInfo.InvariantCulture, $"%{(int)text[index]:X2}");
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

    private static void AppendEscapes(StringBuilder encoded, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            encoded.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
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

            AppendEscapes(encoded, bytes[..rune.EncodeToUtf8(bytes)]);
        }

        return encoded.ToString();
    }
}
