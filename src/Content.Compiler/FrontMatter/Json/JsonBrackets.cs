using System.Buffers;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>Finds where broken JSON ends.</summary>
internal static class JsonBrackets
{
    private static readonly SearchValues<char> marks = SearchValues.Create("{}\"");
    private static readonly SearchValues<char> stringMarks = SearchValues.Create("\"\\\r\n");

    /// <summary>
    /// The offset after the brace that closes the first one from <paramref name="start"/> on, or -1. Braces in strings do not count,
    /// and a string ends with its line at the latest.
    /// </summary>
    public static int FindClose(string text, int start)
    {
        var depth = 0;
        var position = start;
        while (text.AsSpan(position).IndexOfAny(marks) is var next and >= 0)
        {
            position += next + 1;
            switch (text[position - 1])
            {
                case '"':
                    position = SkipString(text, position);
                    break;
                case '{':
                    depth++;
                    break;
                default:
                    depth--;
                    if (depth <= 0)
                        return position;
                    break;
            }
        }

        return -1;
    }

    private static int SkipString(string text, int position)
    {
        while (text.AsSpan(position).IndexOfAny(stringMarks) is var next and >= 0)
        {
            position += next;
            if (text[position] == '"')
                return position + 1;
            if (text[position] != '\\')
                return position;
            position = Math.Min(position + 2, text.Length);
        }

        return text.Length;
    }
}
