using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Mistakes in strings and between brackets.</summary>
internal sealed partial class YamlFault
{
    /// <summary>The escape that SharpYaml could not make a character of, after the last thing that it read.</summary>
    public (TextSpan Span, string Message) ExplainEscape()
    {
        var position = Math.Clamp(trail.Position, start, end);
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
                : (escape, $"\\{letter} takes {UnicodeEscape.Digits(letter)} hexadecimal digits. A backslash itself is written \\\\, or stands in single quotes.");
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
            return (new TextSpan(bracket, 1), $"This '{open}' is never closed: add '{close}'. Text that starts with '{open}' must stand in quotes.");
        if (text[fault] == ',')
            return (new TextSpan(fault, 1), "A value is missing before this ','. Add one, or remove the ','.");
        if (text[fault] is '@' or '`' or '%' or '|' or '>' or '&' or '*' or '!')
            return (FlowRun(fault), NeedsQuotes(fault));
        if (text[fault] is '-' && trail.Position <= fault)
            return (FlowRun(fault), $"A '-' has no meaning between '{open}' and '{close}': commas divide the values. Remove it, or put the text in quotes.");
        return (FlowRun(fault), $"A ',' or '{close}' is missing before this. Put text with special characters in quotes.");
    }

    /// <summary>The bracket that is open at <paramref name="fault"/>, also one that SharpYaml has read ahead of, or -1.</summary>
    private int OpenBracket(int fault)
    {
        if (trail.OpenBracket >= 0)
            return trail.OpenBracket;
        var next = YamlText.SkipSpace(text, Math.Clamp(trail.Position, start, end), end);
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
