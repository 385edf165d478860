using System.Buffers;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>What YAML's characters mean.</summary>
internal static class YamlText
{
    /// <summary>The most UTF-16 units that a key can have without <c>?</c> before it.</summary>
    public const int LongestKey = 1000;

    /// <summary>Control characters that are neither tabs nor line ends.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F"
        + "\u0080\u0081\u0082\u0083\u0084\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F");

    private static readonly SearchValues<char> indicators = SearchValues.Create(",[]{}#&*!|>'\"%@`");

    /// <summary>Whether a scalar without quotes can start at <paramref name="position"/>.</summary>
    public static bool StartsPlain(string text, int position, int lineEnd)
    {
        var first = text[position];
        if (first is '-' or '?' or ':')
            return position + 1 < lineEnd && text[position + 1] is not (' ' or '\t');
        return first is not (' ' or '\t') && !indicators.Contains(first);
    }

    /// <summary>Whether the line is <c>---</c> or <c>...</c>, alone or before a blank.</summary>
    public static bool IsDocumentMarker(string text, int position, int lineStart, int lineEnd) =>
        position == lineStart && lineEnd - position >= 3
        && text.AsSpan(position, 3) is "---" or "..."
        && (lineEnd - position == 3 || text[position + 3] is ' ' or '\t');

    /// <summary>The first offset from <paramref name="position"/> on that is neither white space nor in a comment.</summary>
    public static int SkipSpace(string text, int position, int end)
    {
        while (position < end && text[position] is ' ' or '\t' or '\r' or '\n' or '#')
            position = text[position] == '#' ? LineEnd(text, position, end) : position + 1;
        return position;
    }

    /// <summary>The first offset from <paramref name="position"/> on that is neither space nor tab.</summary>
    public static int SkipBlanks(string text, int position, int end)
    {
        while (position < end && text[position] is ' ' or '\t')
            position++;
        return position;
    }

    /// <summary>Where the line of <paramref name="position"/> starts.</summary>
    public static int LineStart(string text, int position, int start)
    {
        while (position > start && text[position - 1] is not ('\r' or '\n'))
            position--;
        return position;
    }

    /// <summary>Where the line of <paramref name="position"/> ends, its line break not counted.</summary>
    public static int LineEnd(string text, int position, int end)
    {
        var length = text.AsSpan(position, end - position).IndexOfAny('\r', '\n');
        return length < 0 ? end : position + length;
    }

    /// <summary>The colon after the first key on the line, or -1.</summary>
    public static int FindKeyColon(ReadOnlySpan<char> line)
    {
        for (var position = 0; position < line.Length; position++)
        {
            var found = line[position..].IndexOf(':');
            if (found < 0)
                return -1;
            position += found;
            if (position + 1 == line.Length || line[position + 1] is ' ' or '\t')
                return position;
        }

        return -1;
    }
}
