using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// Definitions of footnotes that stand in list items: other parsers than Markdig's see them there, and wherever they stand, they are shown at the end.
/// So there they go, each with its lines.
/// </summary>
internal static class ListFootnotes
{
    public static void Rewrite(TextRewriter rewriter)
    {
        var text = rewriter.Text;
        if (text.AsSpan(rewriter.BodyStart).IndexOf("[^", StringComparison.Ordinal) < 0)
            return;
        var code = new CodeRegions(text, rewriter.BodyStart);
        var moved = new List<(int Indent, List<TextSpan> Lines)>();
        var isInList = false;
        for (var line = rewriter.BodyStart; line < text.Length;)
        {
            var end = EndOfLine(text, line);
            var content = text.AsSpan(line, end - line);
            var indent = Indent(content);
            if (indent == 0 && !content.IsWhiteSpace())
                isInList = ListMarker.Measure(content) > 0;
            else if (isInList && IsDefinition(content[indent..]) && code.Find(line + indent) is null)
            {
                var lines = LinesOf(text, line, end, indent);
                moved.Add((indent, lines));
                end = lines[^1].End;
            }

            line = end;
        }

        foreach (var (_, lines) in moved)
            rewriter.Replace(TextSpan.FromBounds(lines[0].Start, lines[^1].End));
        if (moved.Count > 0)
            Append(rewriter.Replace(new TextSpan(text.Length, 0)), moved);
    }

    private static void Append(TextRewriter rewriter, List<(int Indent, List<TextSpan> Lines)> moved)
    {
        foreach (var (indent, lines) in moved)
        {
            rewriter.Fill("\n\n");
            foreach (var line in lines)
                rewriter.Take(TextSpan.FromBounds(line.Start + Math.Min(indent, Indent(rewriter.Text.AsSpan(line.Start, line.Length))), line.End));
        }
    }

    /// <summary>The line of a definition and those that go on with it: further in than it, or its paragraph; empty ones between them.</summary>
    private static List<TextSpan> LinesOf(string text, int start, int end, int indent)
    {
        var lines = new List<TextSpan> { TextSpan.FromBounds(start, end) };
        var count = 1;
        var isParagraph = true;
        for (var line = end; line < text.Length; line = end)
        {
            end = EndOfLine(text, line);
            var content = text.AsSpan(line, end - line);
            var isEmpty = content.IsWhiteSpace();
            var inner = Indent(content);
            if (!isEmpty && inner <= indent && !(isParagraph && inner == indent && !BeginsBlock(content[inner..])))
                break;
            lines.Add(TextSpan.FromBounds(line, end));
            if (!isEmpty)
                count = lines.Count;
            isParagraph = !isEmpty;
        }

        lines.RemoveRange(count, lines.Count - count);
        return lines;
    }

    /// <summary>Whether a line ends the paragraph before it.</summary>
    private static bool BeginsBlock(ReadOnlySpan<char> content) =>
        content[0] is '>' or '#' or '<' || content.StartsWith("```") || content.StartsWith("~~~") || IsDefinition(content) || ListMarker.Measure(content) > 0;

    private static bool IsDefinition(ReadOnlySpan<char> content) =>
        content.StartsWith("[^") && content.IndexOf(']') is var close and > 2 && close + 1 < content.Length && content[close + 1] == ':';

    private static int Indent(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ', '\t') is var indent and >= 0 ? indent : line.Length;

    private static int EndOfLine(string text, int line) => text.IndexOf('\n', line) is var end and >= 0 ? end + 1 : text.Length;
}
