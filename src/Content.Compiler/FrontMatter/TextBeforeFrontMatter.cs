using System.Globalization;

namespace Content.Compiler.FrontMatter;

/// <summary>What says nothing and stands before front matter all the same: white space, characters that nobody sees, comments.</summary>
/// <param name="End">Where it ends.</param>
/// <param name="What">What it is, in words.</param>
internal readonly record struct TextBeforeFrontMatter(int End, string What)
{
    private static readonly (string Open, string Close)[] comments = [("<!--", "-->"), ("{/*", "*/}"), ("{#", "#}"), ("{% comment %}", "{% endcomment %}")];

    /// <summary>From the start of the text on.</summary>
    public static TextBeforeFrontMatter Skip(string text)
    {
        var position = 0;
        var what = "";
        while (true)
        {
            var next = SkipSpace(text, position);
            if (what.Length == 0 && next > position)
                what = DescribeSpace(text.AsSpan(position, next - position));
            position = next;
            if (EndOfComment(text, position) is not (> 0 and var end))
                return new(position, what);
            what = "the comment";
            position = end;
        }
    }

    /// <summary>The first offset from <paramref name="position"/> on at which something is seen.</summary>
    public static int SkipSpace(string text, int position)
    {
        while (position < text.Length && (IsInvisible(text[position]) || text[position] is '\r' or '\n'))
            position++;
        return position;
    }

    /// <summary>The line without what nobody sees at its ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> line)
    {
        while (!line.IsEmpty && IsInvisible(line[0]))
            line = line[1..];
        while (!line.IsEmpty && IsInvisible(line[^1]))
            line = line[..^1];
        return line;
    }

    /// <summary>White space within a line, byte order marks and other characters without a glyph.</summary>
    public static bool IsInvisible(char unit) => unit is not ('\r' or '\n')
        && (unit is ' ' or '\t' || (unit is < ' ' or > '~' && (char.IsWhiteSpace(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.Control)));

    private static int EndOfComment(string text, int position)
    {
        foreach (var (open, close) in comments)
        {
            if (string.CompareOrdinal(text, position, open, 0, open.Length) == 0
                && text.IndexOf(close, position + open.Length, StringComparison.Ordinal) is >= 0 and var found)
                return found + close.Length;
        }

        return -1;
    }

    /// <summary>What characters that nobody sees are, in words.</summary>
    public static string DescribeSpace(ReadOnlySpan<char> space)
    {
        foreach (var unit in space)
        {
            if (unit == '\uFEFF')
                return "the second byte order mark";
            if (unit is not (' ' or '\t' or '\r' or '\n'))
                return string.Create(CultureInfo.InvariantCulture, $"the invisible character U+{(int)unit:X4}");
        }

        return space.ContainsAny('\r', '\n') ? "the blank line" : "the white space";
    }
}
