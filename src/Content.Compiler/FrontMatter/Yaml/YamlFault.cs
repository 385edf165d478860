using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using SharpYaml;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// Says what SharpYaml stumbled over: where the cause stands, and what to do. What it looks at is the text itself;
/// the exception's own words only tell apart what the text does not.
/// </summary>
internal sealed partial class YamlFault(string text, int start, int end, YamlTrail trail)
{
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
            return (RestOfLine(begin), NeedsQuotes(begin));
        return ExplainToken(fault);
    }

    /// <summary>A token where none can be.</summary>
    private (TextSpan Span, string Message) ExplainToken(int fault)
    {
        if (fault >= end)
            return (LineBefore(end), "The YAML breaks off here. Give the last line a value.");
        var isFirst = YamlText.LineStart(text, fault, start) is var line && text.AsSpan(line, fault - line).Trim(' ').IsEmpty;
        if (!isFirst && trail.LastKind != YamlValueKind.Other && IsRightBehind(trail.LastValue.End, fault))
        {
            return trail.LastKind == YamlValueKind.Quoted
                ? ExplainAfterQuote(fault)
                : (RestOfLine(trail.LastValue.Start), NeedsQuotes(trail.LastValue.Start));
        }

        if (isFirst && trail.LastKind == YamlValueKind.Quoted && RunsOverLines(trail.LastValue))
            return ExplainAfterQuote(fault);
        if (text[fault] is '@' or '`' or '%' or ']' or '}' or ',' or '|' or '>' or '&' or '*' or '!' or '?')
            return (RestOfLine(fault), NeedsQuotes(fault));
        if (text[fault] is ':')
            return ExplainColon(fault);
        return isFirst
            ? (RestOfLine(fault), "This line's indentation fits none of the lines above. Indent it like its neighbours, with spaces.")
            : (RestOfLine(fault), "This is not expected here. Put text with special characters in quotes.");
    }

    private (TextSpan Span, string Message) ExplainAfterQuote(int fault)
    {
        var quote = text[trail.LastValue.Start];
        if (RunsOverLines(trail.LastValue))
            return (FirstLineOf(trail.LastValue), $"This string is never closed on its line, so it runs on to the next {quote}. Add {quote} at its end.");
        var cure = quote == '"' ? "\\\"" : "''";
        return (RestOfLine(fault), $"The string ends before this. A {quote} inside a string in {quote} is written {cure}.");
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
            ?? (line, "This line is no field: write a key, ':' and a space before it, or indent it if it belongs to the text above.");
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

    private string NeedsQuotes(int position) =>
        $"Text that starts with {Quoted.Text(text[position].ToString())} must stand in quotes: this character has a meaning of its own in YAML.";
}
