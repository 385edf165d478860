using System.Globalization;
using System.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>Text of the user's inside a message: one line, printable, and not longer than a reader wants.</summary>
public static class MessageText
{
    /// <summary>The most UTF-16 units of a value that a message repeats.</summary>
    public const int MaxLength = 120;

    /// <summary>
    /// <paramref name="value"/> with control characters, line separators, bidirectional controls and lone surrogates as <c>\uXXXX</c>
    /// (a message must not be able to forge another, nor to reorder the line it stands in), shortened.
    /// </summary>
    public static string OneLine(string value) => OneLine(value, MaxLength);

    /// <summary>Likewise, shortened to <paramref name="maxLength"/>.</summary>
    public static string OneLine(string value, int maxLength)
    {
        if (value.Length <= maxLength && IsPlain(value))
            return value;

        var text = new StringBuilder();
        var cut = Cut(value, maxLength);
        for (var index = 0; index < cut.Length; index++)
        {
            if (Rune.TryGetRuneAt(cut, index, out var rune) && !NeedsEscape(rune))
            {
                text.Append(cut, index, rune.Utf16SequenceLength);
                index += rune.Utf16SequenceLength - 1;
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)cut[index]:X4}");
            }
        }

        if (value.Length > maxLength)
            text.Append("...");
        return text.ToString();
    }

    private static string Cut(string value, int maxLength)
    {
        if (value.Length <= maxLength)
            return value;
        var length = char.IsHighSurrogate(value[maxLength - 1]) ? maxLength - 1 : maxLength;
        return value[..length];
    }

    private static bool IsPlain(string value)
    {
        foreach (var unit in value)
        {
            if (unit is < ' ' or (>= '\u007F' and < '\u00A0') or >= '\u2000')
                return !NeedsCare(value);
        }

        return true;
    }

    private static bool NeedsCare(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD || NeedsEscape(rune))
                return true;
        }

        return false;
    }

    private static bool NeedsEscape(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
