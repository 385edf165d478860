using System.Buffers;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>
/// Looks over a string before Tomlyn's lexer does, which would run on over the lines of one that is not closed,
/// note every bad escape and line end on its way, and throw at some escapes.
/// </summary>
internal static class TomlStrings
{
    private static readonly SearchValues<char> marks = SearchValues.Create("\"\\\r\n");
    private static readonly SearchValues<char> multilineMarks = SearchValues.Create("\"\\");

    /// <summary>What is wrong with the string at <paramref name="position"/>, or null.</summary>
    public static (TextSpan Span, string Message)? FaultAt(string text, int position, int end, bool isValue)
    {
        var quote = text[position];
        var rest = text.AsSpan(position, end - position);
        var isMultiline = isValue && rest.Length >= 3 && rest[1] == quote && rest[2] == quote;
        return quote == '\'' ? FaultOfLiteral(rest, position, isMultiline) : FaultOfBasic(text, position, end, isMultiline);
    }

    private static (TextSpan Span, string Message)? FaultOfLiteral(ReadOnlySpan<char> rest, int position, bool isMultiline)
    {
        var isClosed = isMultiline
            ? rest[3..].IndexOf("'''", StringComparison.Ordinal) >= 0
            : rest[1..].IndexOfAny('\'', '\r', '\n') is var found && found >= 0 && rest[1 + found] == '\'';
        return isClosed ? null : Unclosed(rest, position, isMultiline);
    }

    private static (TextSpan Span, string Message)? FaultOfBasic(string text, int begin, int end, bool isMultiline)
    {
        var position = begin + (isMultiline ? 3 : 1);
        while (text.AsSpan(position, end - position).IndexOfAny(isMultiline ? multilineMarks : marks) is var next && next >= 0)
        {
            position += next;
            if (text[position] is '\r' or '\n')
                break;
            if (text[position] == '\\')
            {
                if (FaultOfEscape(text, position, end, isMultiline) is { } fault)
                    return fault;
                position++;
            }
            else if (!isMultiline || text.AsSpan(position, end - position).StartsWith("\"\"\"", StringComparison.Ordinal))
            {
                return null;
            }

            position = Math.Min(position + 1, end);
        }

        return Unclosed(text.AsSpan(begin, end - begin), begin, isMultiline);
    }

    private static (TextSpan Span, string Message)? FaultOfEscape(string text, int backslash, int end, bool isMultiline)
    {
        var letter = backslash + 1 < end ? text[backslash + 1] : '\n';
        if (UnicodeEscape.Digits(letter) is var digits and > 0)
        {
            var escape = UnicodeEscape.SpanAt(text, backslash, end);
            if (escape.Length < 2 + digits)
                return (escape, $"\\{letter} takes {digits} hexadecimal digits. A backslash itself is written \\\\, or goes in single quotes.");
            return UnicodeEscape.IsNoCharacter(text, escape) ? (escape, UnicodeEscape.NoCharacter) : null;
        }

        if (letter is 'b' or 't' or 'n' or 'f' or 'r' or 'e' or '"' or '\\' or '\r' or '\n' || (isMultiline && letter is ' ' or '\t'))
            return null;
        var length = Math.Min(char.IsHighSurrogate(letter) ? 3 : 2, end - backslash);
        return (new TextSpan(backslash, length), "TOML has no such escape. Write a backslash as \\\\, or put the text in single quotes.");
    }

    private static (TextSpan Span, string Message) Unclosed(ReadOnlySpan<char> rest, int position, bool isMultiline)
    {
        if (isMultiline)
            return (new TextSpan(position, 3), $"This string is never closed: add {rest[..3]} at its end.");
        var length = rest.IndexOfAny('\r', '\n');
        var line = (length < 0 ? rest : rest[..length]).TrimEnd(" \t");
        return (new TextSpan(position, line.Length), $"This string is never closed on its line: add {rest[0]} at its end.");
    }
}
