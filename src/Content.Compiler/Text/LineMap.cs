namespace Content.Compiler.Text;

/// <summary>Where the lines of a text start. A line ends at LF, CRLF or a lone CR, as editors have it.</summary>
public sealed class LineMap
{
    private readonly int[] starts;
    private readonly int length;

    /// <summary>Finds the lines of <paramref name="text"/>.</summary>
    public LineMap(ReadOnlySpan<char> text)
    {
        length = text.Length;
        var found = new List<int>(1 + text.Length / 40) { 0 };
        var offset = 0;
        while (text[offset..].IndexOfAny('\n', '\r') is var next and >= 0)
        {
            offset += next + 1;
            if (text[offset - 1] == '\r' && offset < text.Length && text[offset] == '\n')
                offset++;
            found.Add(offset);
        }

        starts = [.. found];
    }

    /// <summary>The 1-based line and column of <paramref name="offset"/>, which is held to the bounds of the text.</summary>
    public (int Line, int Column) GetPosition(int offset)
    {
        var line = 0;
        return GetPosition(offset, ref line);
    }

    /// <summary>The range of <paramref name="span"/>.</summary>
    public TextRange GetRange(TextSpan span)
    {
        var line = 0;
        return GetRange(span, ref line);
    }

    /// <summary>The range of <paramref name="span"/>, of many that are asked for in their order.</summary>
    /// <param name="span">What to find.</param>
    /// <param name="line">Where the last one was found; 0 for the first.</param>
    internal TextRange GetRange(TextSpan span, ref int line)
    {
        var (startLine, startColumn) = GetPosition(span.Start, ref line);
        var (endLine, endColumn) = GetPosition(span.End, ref line);
        return new TextRange(startLine, startColumn, endLine, endColumn);
    }

    /// <summary>The offset of a 1-based line and column, both held to what the text has.</summary>
    public int GetOffset(int line, int column)
    {
        var (start, end) = GetLine(line);
        return Math.Clamp(start + column - 1, start, end);
    }

    /// <summary>Where a 1-based line starts, and where the next one does or the text ends.</summary>
    public (int Start, int End) GetLine(int line)
    {
        var index = Math.Clamp(line - 1, 0, starts.Length - 1);
        return (starts[index], index + 1 < starts.Length ? starts[index + 1] : length);
    }

    private (int Line, int Column) GetPosition(int offset, ref int line)
    {
        offset = Math.Clamp(offset, 0, length);
        var from = starts[line] <= offset ? line : 0;

        // The next lines are the likely ones; from there on by halves.
        var step = 1;
        while (from + step < starts.Length && starts[from + step] <= offset)
        {
            from += step;
            step *= 2;
        }

        var to = Math.Min(from + step, starts.Length);
        while (from + 1 < to)
        {
            var middle = (from + to) / 2;
            if (starts[middle] <= offset)
                from = middle;
            else
                to = middle;
        }

        line = from;
        return (from + 1, offset - starts[from] + 1);
    }
}
