using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>Makes a code block of what stands between two tags.</summary>
internal static class FencedCode
{
    /// <summary>Replaces <paramref name="whole"/> by a block of the code, between two lines of HTML where they are given.</summary>
    public static void Write(TextRewriter rewriter, TextSpan whole, TextSpan code, string language, string before = "", string after = "")
    {
        var text = rewriter.Text;
        var indent = IndentOf(text, whole.Start);
        code = WithoutLineEnds(text, code);
        var fence = new string('`', Math.Max(3, LongestRun(text.AsSpan(code.Start, code.Length)) + 1));
        rewriter.Replace(whole);
        if (indent is null)
        {
            rewriter.Fill("\n\n");
            indent = "";
        }

        rewriter.Fill(before.Length > 0 ? $"{before}\n\n{indent}{fence}{language}\n" : $"{fence}{language}\n");
        if (text.AsSpan(code.Start, code.Length).TrimStart(' ').Length == code.Length)
            rewriter.Fill(indent);
        rewriter.Take(code).Fill($"\n{indent}{fence}");
        if (after.Length > 0)
            rewriter.Fill($"\n\n{indent}{after}");
        if (whole.End < text.Length && text[whole.End] is not ('\n' or '\r'))
            rewriter.Fill("\n\n");
    }

    /// <summary>The white space that <paramref name="place"/> stands behind; null where there is something else on its line.</summary>
    private static string? IndentOf(string text, int place)
    {
        var start = place;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return start == 0 || text[start - 1] is '\n' or '\r' ? text[start..place] : null;
    }

    /// <summary>The lines of code, without the end of the line that the first tag stands on, and of that before the last.</summary>
    private static TextSpan WithoutLineEnds(string text, TextSpan code)
    {
        var (start, end) = (code.Start, code.End);
        var next = start;
        while (next < end && text[next] is ' ' or '\t')
            next++;
        if (next < end && text[next] == '\r')
            next++;
        if (next < end && text[next] == '\n')
            start = next + 1;
        while (end > start && text[end - 1] is ' ' or '\t')
            end--;
        if (end > start && text[end - 1] == '\n')
            end--;
        if (end > start && text[end - 1] == '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private static int LongestRun(ReadOnlySpan<char> code)
    {
        var (longest, run) = (0, 0);
        foreach (var unit in code)
        {
            run = unit == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
