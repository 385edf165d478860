using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Content.Compiler.Severities;

/// <summary>
/// The name of a section as EditorConfig reads it: <c>*</c> stays within a segment, <c>**</c> does not, <c>?</c> is one character, <c>[abc]</c> and <c>[!abc]</c>
/// one of some, <c>{a,b}</c> a choice and <c>{1..9}</c> a number. A name without a slash is that of a file in any folder. Matched without backtracking.
/// </summary>
internal sealed class EditorConfigGlob
{
    /// <summary>Far more than people write; a pattern grows with its choices.</summary>
    private const int Longest = 4_000;

    private readonly Regex regex;
    private readonly List<(long Least, long Most)> ranges;

    private EditorConfigGlob(Regex regex, List<(long Least, long Most)> ranges)
    {
        this.regex = regex;
        this.ranges = ranges;
    }

    /// <summary>The glob, or null where it is malformed: brackets that are not closed, or more than anybody writes.</summary>
    public static EditorConfigGlob? Parse(string text)
    {
        if (text.Length is 0 or > Longest)
            return null;
        var ranges = new List<(long, long)>();
        var pattern = new StringBuilder(@"\A");
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            pattern.Append("(?:.*/)?");
        var position = slash == 0 ? 1 : 0;
        if (!Append(text, ref position, pattern, ranges, depth: 0))
            return null;
        pattern.Append(@"\z");
        try
        {
            return new EditorConfigGlob(
                new Regex(pattern.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture), ranges);
        }
        catch (Exception refusal) when (refusal is RegexParseException or NotSupportedException)
        {
            return null; // such as [z-a]
        }
    }

    /// <summary>Whether the whole of <paramref name="path"/>, relative to the folder of the file that has the section, matches.</summary>
    public bool IsMatch(string path)
    {
        var match = regex.Match(path);
        if (!match.Success)
            return false;
        for (var index = 0; index < ranges.Count; index++)
        {
            var group = match.Groups["n" + index.ToString(CultureInfo.InvariantCulture)];
            if (group.Success && (!long.TryParse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || number < ranges[index].Least || number > ranges[index].Most))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Append(string text, ref int position, StringBuilder pattern, List<(long, long)> ranges, int depth)
    {
        while (position < text.Length)
        {
            var unit = text[position++];
            switch (unit)
            {
                case '\\' when position < text.Length:
                    pattern.Append(Regex.Escape(text[position++].ToString()));
                    break;
                case '*' when position < text.Length && text[position] == '*':
                    position++;
                    // '/**/' stands for one slash as well, and the beginning of a name for that behind the folder.
                    if ((position == 2 || text[position - 3] == '/') && position < text.Length && text[position] == '/')
                    {
                        position++;
                        pattern.Append("(?:.*/)?");
                    }
                    else
                    {
                        pattern.Append(".*");
                    }

                    break;
                case '*':
                    pattern.Append("[^/]*");
                    break;
                case '?':
                    pattern.Append("[^/]");
                    break;
                case '[':
                    if (!AppendClass(text, ref position, pattern))
                        return false;
                    break;
                case '{':
                    if (!AppendChoice(text, ref position, pattern, ranges, depth))
                        return false;
                    break;
                case ',' when depth > 0:
                    pattern.Append('|');
                    break;
                case '}' when depth > 0:
                    return true;
                default:
                    pattern.Append(Regex.Escape(unit.ToString()));
                    break;
            }
        }

        return depth == 0;
    }

    private static bool AppendClass(string text, ref int position, StringBuilder pattern)
    {
        var close = text.IndexOf(']', Math.Min(text.Length, position + 1));
        if (close < 0)
            return false;
        var inner = text.AsSpan(position, close - position);
        position = close + 1;
        var isNegated = inner.StartsWith("!");
        if (isNegated)
            inner = inner[1..];
        if (inner.IsEmpty)
            return false;
        pattern.Append(isNegated ? "[^/" : "[");
        foreach (var unit in inner)
            pattern.Append(unit is '-' ? "-" : unit is '\\' or '[' or ']' or '^' ? "\\" + unit : unit.ToString());
        pattern.Append(']');
        return true;
    }

    private static bool AppendChoice(string text, ref int position, StringBuilder pattern, List<(long, long)> ranges, int depth)
    {
        var close = text.IndexOf('}', position);
        if (close < 0 || depth > 16)
            return false;
        var inner = text[position..close];
        if (inner.Split("..") is [var from, var to]
            && long.TryParse(from, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var least)
            && long.TryParse(to, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var most))
        {
            pattern.Append(CultureInfo.InvariantCulture, $"(?<n{ranges.Count}>[+-]?[0-9]+)");
            ranges.Add((Math.Min(least, most), Math.Max(least, most)));
            position = close + 1;
            return true;
        }

        if (!inner.Contains(',', StringComparison.Ordinal) && !inner.Contains('{', StringComparison.Ordinal))
        {
            // Braces around one word stand for themselves.
            pattern.Append(Regex.Escape("{" + inner + "}"));
            position = close + 1;
            return true;
        }

        pattern.Append("(?:");
        if (!Append(text, ref position, pattern, ranges, depth + 1))
            return false;
        pattern.Append(')');
        return true;
    }
}
