namespace Content.Compiler.Sources;

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
        offset = Math.Clamp(offset, 0, length);
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - starts[line] + 1);
    }

    /// <summary>The range of <paramref name="span"/>.</summary>
    public TextRange GetRange(TextSpan span)
    {
        var (startLine, startColumn) = GetPosition(span.Start);
        var (endLine, endColumn) = GetPosition(span.End);
        return new TextRange(startLine, startColumn, endLine, endColumn);
    }
}
