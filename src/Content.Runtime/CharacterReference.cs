using System.Globalization;
using System.Text;

namespace Content.Runtime;

/// <summary>
/// Character references such as <c>&amp;amp;</c> and <c>&amp;#65;</c>, as the HTML standard reads them. That of .NET knows a tenth of the names,
/// none without its semicolon, and reaches over tags for one.
/// </summary>
internal static class CharacterReference
{
    /// <summary>What no name that counts without a semicolon is longer than.</summary>
    private const int LongestWithoutSemicolon = 6;

    /// <summary>No name is longer.</summary>
    private const int LongestName = 31;

    /// <summary>The most units that one reference stands for.</summary>
    public const int MostUnits = 2;

    /// <summary>Units 0x80 to 0x9F as references name them: characters of Windows-1252, but for five that it leaves open.</summary>
    private const string Windows1252 =
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    /// <summary>Decodes the reference in front of <paramref name="written"/> and tells its length; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> written, StringBuilder text, bool isAttribute)
    {
        Span<char> decoded = stackalloc char[MostUnits];
        var length = Read(written, decoded, isAttribute, out var units);
        text.Append(decoded[..units]);
        return length;
    }

    /// <summary>Decodes the reference in front of <paramref name="written"/> and tells its length; 0 where there is none.</summary>
    /// <param name="written">Text that starts with the ampersand.</param>
    /// <param name="decoded">Takes the character, never longer than the reference.</param>
    /// <param name="isAttribute">Whether it is in the value of an attribute, where <c>&amp;copy=1</c> is no reference.</param>
    /// <param name="units">How long the character is.</param>
    public static int Read(ReadOnlySpan<char> written, Span<char> decoded, bool isAttribute, out int units)
    {
        units = 0;
        if (written.Length < 2 || written[0] != '&')
            return 0;
        if (written[1] == '#')
            return ReadNumber(written, decoded, out units);
        var end = 1;
        while (end < written.Length && end <= LongestName && char.IsAsciiLetterOrDigit(written[end]))
            end++;
        if (end < written.Length && written[end] == ';' && CharacterNames.Find(written[1..end], decoded, out units, out _))
            return end + 1;
        for (var length = Math.Min(end - 1, LongestWithoutSemicolon); length >= 2; length--)
        {
            if (!CharacterNames.Find(written.Slice(1, length), decoded, out units, out var needsSemicolon))
                continue;
            if (needsSemicolon)
            {
                units = 0;
                continue;
            }

            // Of an address such as "?a=1&copy=2" nothing is meant to be a reference.
            var next = length + 1 < written.Length ? written[length + 1] : '\0';
            if (isAttribute && (next == '=' || char.IsAsciiLetterOrDigit(next)))
                break;
            return length + 1;
        }

        units = 0;
        return 0;
    }

    private static int ReadNumber(ReadOnlySpan<char> written, Span<char> decoded, out int units)
    {
        units = 0;
        var isHexadecimal = written.Length > 2 && written[2] is 'x' or 'X';
        var start = isHexadecimal ? 3 : 2;
        var end = start;
        while (end < written.Length && (isHexadecimal ? char.IsAsciiHexDigit(written[end]) : char.IsAsciiDigit(written[end])))
            end++;
        if (end == start)
            return 0;
        var digits = written[start..end].TrimStart('0');
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;

        // Of eight digits, more than there are characters in either base: no value is too large to be read.
        var value = digits.IsEmpty || digits.Length > 7 ? -1 : int.Parse(digits, style, CultureInfo.InvariantCulture);
        if (value is >= 0x80 and <= 0x9F)
            value = Windows1252[value - 0x80];
        var rune = Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar;
        units = rune.EncodeToUtf16(decoded);
        return end < written.Length && written[end] == ';' ? end + 1 : end;
    }
}
