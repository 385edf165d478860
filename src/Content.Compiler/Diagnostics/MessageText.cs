using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Content.Compiler.Diagnostics;

/// <summary>Text of the user's inside a message: one line, printable, and not longer than a reader wants.</summary>
public static partial class MessageText
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

    /// <summary>
    /// A whole message: on one line and at its full length, and nothing in it a command to the machine that reads the log. GitHub takes <c>::</c> at the start
    /// of a line for one and <c>##[</c> anywhere, Azure <c>##vso[</c> and <c>##[</c> anywhere.
    /// </summary>
    public static string ForLog(string message)
    {
        var line = OneLine(message, int.MaxValue);
        if (line.Contains("##", StringComparison.Ordinal))
            line = Command().Replace(line, @"#\u0023");
        var start = line.AsSpan().Length - line.AsSpan().TrimStart().Length;
        return line.AsSpan(start).StartsWith("::") ? line.Insert(start, @"\u003A").Remove(start + 6, 1) : line;
    }

    /// <summary>A file's name likewise: some loggers shorten it, so any part of it may come to stand at the start of a line.</summary>
    public static string FileForLog(string file)
    {
        var line = ForLog(file);
        return line.Contains("::", StringComparison.Ordinal) ? line.Replace("::", @"\u003A\u003A", StringComparison.Ordinal) : line;
    }

    /// <summary>Text of several lines, such as the stack of an exception, each line likewise.</summary>
    public static string LinesForLog(string text) => string.Join('\n', text.Split('\n').Select(line => ForLog(line.TrimEnd('\r'))));

    [GeneratedRegex(@"##(?=vso\[|\[)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

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
            if (unit is < ' ' or >= '\u007F')
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
