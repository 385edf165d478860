using System.Buffers;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Goes over the lines of YAML that say something: blank lines and comments are passed over.</summary>
internal sealed class YamlLines
{
    private static readonly SearchValues<char> lineEnds = SearchValues.Create("\r\n");

    private readonly string text;
    private readonly int end;
    private int next;

    public YamlLines(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        next = start;
        Content = End = Start = end;
    }

    /// <summary>Columns before the line's first character; -1 after the last line.</summary>
    public int Indent { get; private set; } = -1;

    /// <summary>Offset of the line's first character that is no space.</summary>
    public int Content { get; private set; }

    /// <summary>Offset of the line's end, its line break not counted.</summary>
    public int End { get; private set; }

    /// <summary>Offset of the line.</summary>
    public int Start { get; private set; }

    /// <summary>Offset of the line after this one.</summary>
    public int Next => next;

    /// <summary>Goes to the next line that says something; false after the last.</summary>
    public bool MoveNext()
    {
        while (next < end)
        {
            Start = next;
            var rest = text.AsSpan(next, end - next);
            var length = rest.IndexOfAny(lineEnds);
            if (length < 0)
                length = rest.Length;
            End = next + length;
            next = End;
            if (next < end)
                next += text[next] == '\r' && next + 1 < end && text[next + 1] == '\n' ? 2 : 1;

            var line = rest[..length];
            var first = line.IndexOfAnyExcept(' ');
            if (first < 0 || line[first] == '#' || (line[first] == '\t' && line[first..].IndexOfAnyExcept(' ', '\t') < 0))
                continue;
            Content = Start + first;
            Indent = first;
            return true;
        }

        Content = End = Start = end;
        Indent = -1;
        return false;
    }

    /// <summary>Takes the rest of the line, from <paramref name="content"/> on, for a line of its own, as after <c>- </c>.</summary>
    public void StartAt(int content)
    {
        Content = content;
        Indent = content - Start;
    }

    /// <summary>Goes back to the line that starts at <paramref name="offset"/>.</summary>
    public void MoveTo(int offset)
    {
        next = offset;
        MoveNext();
    }
}
