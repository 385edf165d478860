using System.Globalization;
using System.Text;
using Markdig.Helpers;

namespace Content.Compiler.Articles.Html;

/// <summary>Character references such as <c>&amp;amp;</c>.</summary>
internal static class CharacterReference
{
    private const int LongestName = 32;

    /// <summary>Names that count without a semicolon too, of those that are met.</summary>
    private static readonly string[] withoutSemicolon = ["amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "AMP", "LT", "GT", "QUOT"];

    /// <summary>Decodes the reference in front of <paramref name="written"/> and tells its length; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> written, StringBuilder text, bool isAttribute)
    {
        if (written.Length > 2 && written[1] == '#')
            return ReadNumber(written, text);
        var name = written[1..Math.Min(written.Length, LongestName + 1)];
        var semicolon = name.IndexOf(';');
        if (semicolon > 0 && EntityHelper.DecodeEntity(name[..semicolon]) is { } decoded)
        {
            text.Append(decoded);
            return semicolon + 2;
        }

        foreach (var known in withoutSemicolon)
        {
            if (!name.StartsWith(known, StringComparison.Ordinal))
                continue;

            // As in browsers: "&copy=1" and "&copyright" are no references in an attribute, "&copy" at its end is.
            var next = known.Length + 1 < written.Length ? written[known.Length + 1] : '\0';
            if (isAttribute && (next == '=' || char.IsAsciiLetterOrDigit(next)))
                continue;
            text.Append(EntityHelper.DecodeEntity(known));
            return known.Length + 1;
        }

        return 0;
    }

    private static int ReadNumber(ReadOnlySpan<char> written, StringBuilder text)
    {
        var isHexadecimal = written[2] is 'x' or 'X';
        var start = isHexadecimal ? 3 : 2;
        var end = start;
        while (end < written.Length && (isHexadecimal ? char.IsAsciiHexDigit(written[end]) : char.IsAsciiDigit(written[end])))
            end++;
        if (end == start)
            return 0;
        var digits = written[start..end].TrimStart('0');
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var value = digits.IsEmpty || digits.Length > 8 ? -1 : int.Parse(digits, style, CultureInfo.InvariantCulture);
        text.Append(Rune.TryCreate(value, out var rune) && value != 0 ? rune.ToString() : "\ufffd");
        return end < written.Length && written[end] == ';' ? end + 1 : end;
    }
}
