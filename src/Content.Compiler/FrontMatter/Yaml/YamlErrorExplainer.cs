using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using SharpYaml;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// Says what SharpYaml stumbled over: where the cause stands, and what to do. What it looks at is the text itself;
/// the exception's own words only tell apart what the text does not.
/// </summary>
internal sealed class YamlErrorExplainer(string text, int start, int end, YamlReadState state)
{
    private const int LongestShown = 60;

    public (TextSpan Span, string Message) Explain(YamlException exception)
    {
        var begin = Math.Clamp(start + exception.Start.Index, start, end);

        // The parser names a token, the scanner how far it came.
        var fault = exception is SemanticErrorException ? begin : Math.Clamp(start + exception.End.Index, start, end);
        var said = exception.Message;
        if (said.Contains("quoted scalar", StringComparison.Ordinal))
            return ExplainQuoted(begin, fault, said.Contains("unexpected", StringComparison.Ordinal));
        if (TabIn(fault) is { } tab)
            return (tab, "A tab cannot indent YAML. Use spaces.");
        if (OpenBracket(fault) is var bracket and >= 0)
            return ExplainFlow(bracket, fault);
        if (said.Contains("simple key", StringComparison.Ordinal))
            return ExplainMissingColon(fault);
        if (said.Contains("Mapping values", StringComparison.Ordinal))
            return ExplainColon(fault);
        if (said.Contains("Block sequence entries", StringComparison.Ordinal))
            return (new TextSpan(fault, 1), "A list cannot start on the line of its key. Begin it on the next line, or write it as [a, b].");
        if (begin < end && text[begin] == '%' && YamlText.LineStart(text, begin, start) == begin)
            return (RestOfLine(begin), "A line that starts with '%' is an instruction to YAML, and not one that is known. Remove it, or put the text in quotes.");
        if (begin < fault && begin < end && text[begin] is '*' or '&' or '!' or '|' or '>')
            return (RestOfLine(begin), NeedsQuotes(text[begin]));
        return ExplainToken(fault);
    }

    /// <summary>A token where none can be.</summary>
    private (TextSpan Span, string Message) ExplainToken(int fault)
    {
        if (fault >= end)
            return (LineBefore(end), "The YAML breaks off here. Give the last line a value.");
        var isFirst = YamlText.LineStart(text, fault, start) is var line && text.AsSpan(line, fault - line).Trim(' ').IsEmpty;
        if (!isFirst && state.LastKind != YamlValueKind.Other && IsRightBehind(state.LastValue.End, fault))
        {
            return state.LastKind == YamlValueKind.Quoted
                ? ExplainAfterQuote(fault)
                : (RestOfLine(state.LastValue.Start), NeedsQuotes(text[state.LastValue.Start]));
        }

        if (isFirst && state.LastKind == YamlValueKind.Quoted && RunsOverLines(state.LastValue))
            return ExplainAfterQuote(fault);
        if (text[fault] is '@' or '`' or '%' or ']' or '}' or ',' or '|' or '>' or '&' or '*' or '!' or '?')
            return (RestOfLine(fault), NeedsQuotes(text[fault]));
        if (text[fault] is ':')
            return ExplainColon(fault);
        return isFirst
            ? (RestOfLine(fault), "This line's indentation fits none of the lines above. Indent it like its neighbours, with spaces.")
            : (RestOfLine(fault), "This is not expected here. Put text with special characters in quotes.");
    }

    private (TextSpan Span, string Message) ExplainAfterQuote(int fault)
    {
        var quote = text[state.LastValue.Start];
        if (RunsOverLines(state.LastValue))
            return (FirstLineOf(state.LastValue), $"This string is never closed on its line, so it runs on to the next {quote}. Add {quote} at its end.");
        var escape = quote == '"' ? "\\\"" : "''";
        return (RestOfLine(fault), $"The string ends before this. A {quote} inside a string in {quote} is written {escape}.");
    }

    private (TextSpan Span, string Message) ExplainMissingColon(int fault)
    {
        var current = LineOf(fault);
        var previous = LineBefore(YamlText.LineStart(text, fault, start));
        var isAtStart = fault <= current.Start;
        var isPrevious = previous.Length > 0 && (isAtStart || current.Length == 0)
            && (YamlText.FindKeyColon(Slice(previous)) < 0 || YamlText.FindKeyColon(Slice(current)) >= 0);
        var line = isPrevious ? previous : current;
        return YamlLineAdvice.Of(text, line.Start, line.End)
            ?? (line, "This line is not a field: write a key, ':' and a space before it, or indent it if it belongs to the text above.");
    }

    private (TextSpan Span, string Message) ExplainColon(int fault)
    {
        var colon = new TextSpan(fault, Math.Min(1, end - fault));
        var line = LineOf(fault);
        if (fault - line.Start > YamlText.LongestKey)
            return (new TextSpan(line.Start, fault - line.Start), "A key may have 1,000 characters at most.");
        if (fault == line.Start && colon.Length > 0)
            return (colon, "A key is missing here. Write one before the ':'.");
        var first = YamlText.FindKeyColon(text.AsSpan(line.Start, end - line.Start));
        if (first >= 0 && line.Start + first < fault)
        {
            var value = RestOfLine(YamlText.SkipSpace(text, line.Start + first + 1, end));
            return (colon, $"A ':' before a space ends a key. Put text that holds one in quotes{Example(value)}.");
        }

        var previous = LineBefore(YamlText.LineStart(text, fault, start));
        if (YamlLineAdvice.Of(text, previous.Start, previous.End) is { } advice)
            return advice;
        var indent = line.Start - YamlText.LineStart(text, line.Start, start);
        var previousIndent = previous.Start - YamlText.LineStart(text, previous.Start, start);
        var key = TextSpan.FromBounds(line.Start, Math.Max(line.Start, fault));
        return previous.Length > 0 && indent > previousIndent && key.Length > 0
            ? (key, "This key is indented deeper than the line above, so YAML takes it for more of that line's text. Indent both alike.")
            : (colon, "A ':' is not expected here. Put text that holds ': ' in quotes.");
    }

    /// <summary>What is said of text that begins with a character that YAML reserves.</summary>
    public static string NeedsQuotes(char first) =>
        $"Text that starts with {Quoted.Text(first.ToString())} must be in quotes: this character has a meaning of its own in YAML.";

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

    /// <summary>The escape that SharpYaml could not make a character of, after the last thing that it read.</summary>
    public (TextSpan Span, string Message) ExplainEscape()
    {
        var position = Math.Clamp(state.Position, start, end);
        return UnicodeEscape.FindBad(text, position, end) is { } escape
            ? (escape, UnicodeEscape.NoCharacter)
            : (LineOf(position), "YAML cannot be read from here on. Put text with special characters in quotes.");
    }

    private (TextSpan Span, string Message) ExplainQuoted(int begin, int fault, bool isUnclosed)
    {
        if (isUnclosed)
        {
            var quote = text[begin];
            return (LineFrom(begin), $"This string is never closed: add {quote} at its end.");
        }

        var backslash = fault;
        while (backslash > begin && text[Math.Min(backslash, end - 1)] != '\\')
            backslash--;
        var letter = backslash + 1 < end ? text[backslash + 1] : ' ';
        if (letter is 'x' or 'u' or 'U')
        {
            return UnicodeEscape.SpanAt(text, backslash, end) is var escape && escape.Length == 2 + UnicodeEscape.Digits(letter)
                ? (escape, UnicodeEscape.NoCharacter)
                : (escape, $"\\{letter} takes {UnicodeEscape.Digits(letter)} hexadecimal digits. A backslash itself is written \\\\, or goes in single quotes.");
        }

        var length = char.IsHighSurrogate(letter) ? 3 : 2;
        return (new TextSpan(backslash, Math.Min(length, end - backslash)),
            "YAML has no such escape in double quotes. Write a backslash as \\\\, or use single quotes.");
    }

    private (TextSpan Span, string Message) ExplainFlow(int bracket, int fault)
    {
        var open = text[bracket];
        var close = open == '[' ? ']' : '}';
        if (fault >= end || IsUnclosed(bracket))
            return (new TextSpan(bracket, 1), $"This '{open}' is never closed: add '{close}'. Text that starts with '{open}' must be in quotes.");
        if (LoneIndicator(bracket, fault) is >= 0 and var lone)
            return (new TextSpan(lone, 1), NeedsQuotes(text[lone]));
        if (text[fault] == ',')
            return (new TextSpan(fault, 1), "A value is missing before this ','. Add one, or remove the ','.");
        if (text[fault] is '@' or '`' or '%' or '|' or '>' or '&' or '*' or '!' or '?')
            return (FlowRun(fault), NeedsQuotes(text[fault]));
        if (text[fault] is '-' && state.Position <= fault)
            return (FlowRun(fault), $"A '-' has no meaning between '{open}' and '{close}': commas separate the values. Remove it, or put the text in quotes.");
        return (FlowRun(fault), $"A ',' or '{close}' is missing before this. Put text with special characters in quotes.");
    }

    /// <summary>The sign of an anchor, an alias or a tag that stands alone before <paramref name="fault"/>, or -1.</summary>
    private int LoneIndicator(int bracket, int fault)
    {
        var last = fault - 1;
        while (last > bracket && text[last] is ' ' or '\t')
            last--;
        return last > bracket && text[last] is '&' or '*' or '!' && text[last - 1] is ' ' or '\t' or '\r' or '\n' or ',' or '[' or '{' ? last : -1;
    }

    /// <summary>The bracket that is open at <paramref name="fault"/>, also one that SharpYaml has read ahead of, or -1.</summary>
    private int OpenBracket(int fault)
    {
        if (state.OpenBracket >= 0)
            return state.OpenBracket;
        var next = YamlText.SkipSpace(text, Math.Clamp(state.Position, start, end), end);
        while (next < fault && text[next] is ':' or '-' or '?')
            next = YamlText.SkipSpace(text, next + 1, end);
        return next < fault && text[next] is '[' or '{' && !IsClosedBefore(next, fault) ? next : -1;
    }

    private bool IsClosedBefore(int bracket, int fault) => YamlBrackets.FindClose(text, bracket, end) is var close && close >= 0 && close < fault;

    /// <summary>Whether the bracket lacks its counterpart, or has it only beyond a line that is plainly another field.</summary>
    private bool IsUnclosed(int bracket)
    {
        var close = YamlBrackets.FindClose(text, bracket, end);
        if (close < 0)
            return true;
        var line = YamlText.LineEnd(text, bracket, end);
        while (line < close)
        {
            line = YamlText.SkipSpace(text, line, end);
            var lineEnd = YamlText.LineEnd(text, line, end);
            var isAtMargin = line == start || text[line - 1] is '\r' or '\n';
            if (line < close && isAtMargin && char.IsLetter(text[line]) && YamlText.FindKeyColon(text.AsSpan(line, lineEnd - line)) > 0)
                return true;
            line = lineEnd;
        }

        return false;
    }
}
