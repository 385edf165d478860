using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>The lines around a mistake.</summary>
internal sealed partial class YamlFault
{
    private const int LongestShown = 60;

    private ReadOnlySpan<char> Slice(TextSpan span) => text.AsSpan(span.Start, span.Length);

    /// <summary>The value in quotes, where it is short and needs no escapes; else nothing.</summary>
    private string Example(TextSpan span)
    {
        var value = Slice(span).TrimEnd();
        return value.Length <= LongestShown && !value.ContainsAny('"', '\\') && !value.ContainsAny(YamlText.Controls) ? $": \"{value}\"" : "";
    }

    /// <summary>The line of <paramref name="position"/> without the white space around it.</summary>
    private TextSpan LineOf(int position) => LineFrom(YamlText.SkipBlanks(text, YamlText.LineStart(text, position, start), end));

    private TextSpan LineFrom(int position)
    {
        var line = text.AsSpan(position, YamlText.LineEnd(text, position, end) - position);
        return new(position, line.TrimEnd(" \t").Length);
    }

    /// <summary>From <paramref name="position"/> to the end of its line, without a comment.</summary>
    private TextSpan RestOfLine(int position)
    {
        position = Math.Min(position, end);
        var line = LineFrom(position);
        var comment = Slice(line).IndexOf(" #", StringComparison.Ordinal);
        return comment > 0 ? new(position, Slice(line)[..comment].TrimEnd(" \t").Length) : line;
    }

    /// <summary>The last line before <paramref name="position"/>, a line's start, that says something; else an empty span.</summary>
    private TextSpan LineBefore(int position)
    {
        while (position > start)
        {
            position--;
            if (position > start && text[position] == '\n' && text[position - 1] == '\r')
                position--;
            var line = LineOf(position);
            if (line.Length > 0 && text[line.Start] != '#')
                return line;
            position = YamlText.LineStart(text, position, start);
        }

        return new(start, 0);
    }

    private TextSpan FirstLineOf(TextSpan span) =>
        LineFrom(span.Start) is var line && line.Length < span.Length ? line : span;

    private bool RunsOverLines(TextSpan span) => Slice(span).ContainsAny('\r', '\n');

    private bool IsRightBehind(int position, int fault) =>
        position <= fault && text.AsSpan(position, fault - position).Trim(" \t").IsEmpty;

    /// <summary>The tabs before <paramref name="position"/> or at it that stand where a line is indented.</summary>
    private TextSpan? TabIn(int position)
    {
        var line = YamlText.LineStart(text, position, start);
        var stop = YamlText.SkipBlanks(text, line, end);
        var tab = text.AsSpan(line, stop - line).IndexOf('\t');
        return tab >= 0 && position <= stop ? TextSpan.FromBounds(line + tab, stop) : TabAfterIndicator(position);
    }

    private TextSpan? TabAfterIndicator(int position)
    {
        var stop = YamlText.SkipBlanks(text, position, end);
        return position < end && text[position] == '\t' ? TextSpan.FromBounds(position, stop) : null;
    }

    /// <summary>What stands at <paramref name="position"/> up to the next sign that has a meaning between brackets.</summary>
    private TextSpan FlowRun(int position)
    {
        var line = LineFrom(position);
        var length = Slice(line).Length > 1 ? Slice(line)[1..].IndexOfAny(",[]{}") : -1;
        return length < 0 ? line : new(position, Slice(line)[..(length + 1)].TrimEnd(" \t").Length);
    }
}
