using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>
/// Tomlyn's tokens with their places in the file. What its lexer would run on over, such as a string that is never closed,
/// is seen beforehand, so that the mistake is named where it begins and what follows can still be read.
/// </summary>
internal sealed class TomlTokens
{
    /// <summary>No number or date has as many characters.</summary>
    private const int LongestWord = 300;

    private readonly string text;
    private readonly int offset;
    private readonly int end;
    private readonly TomlLexer lexer;
    private int next;

    public TomlTokens(string text, int start, int end)
    {
        this.text = text;
        this.end = end;

        // The lexer skips a byte order mark and then counts from behind it.
        offset = start < end && text[start] == '\uFEFF' ? start + 1 : start;
        next = offset;
        lexer = TomlLexer.Create(TomlText.Prepare(text, offset, end), new TomlLexerOptions { DecodeScalars = true });
        Span = new(offset, 0);
    }

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; private set; } = TokenKind.Invalid;

    /// <summary>Where it stands in the file.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>Of a string its value, else null.</summary>
    public string? Value { get; private set; }

    /// <summary>What is wrong with the token; afterwards there are no more.</summary>
    public (TextSpan Span, string Message)? Fault { get; private set; }

    /// <summary>The token as written.</summary>
    public ReadOnlySpan<char> Written => text.AsSpan(Span.Start, Span.Length);

    /// <summary>Goes to the next token where a key can stand; false at the first mistake.</summary>
    public bool MoveToKey() => Move(TomlLexerMode.Key);

    /// <summary>Goes to the next token where a value can stand; false at the first mistake.</summary>
    public bool MoveToValue() => Move(TomlLexerMode.Value);

    /// <summary>Skips line ends; false at the first mistake.</summary>
    public bool SkipLines(bool toKey)
    {
        while (Kind == TokenKind.NewLine)
        {
            if (!(toKey ? MoveToKey() : MoveToValue()))
                return false;
        }

        return true;
    }

    private bool Move(TomlLexerMode mode)
    {
        if (Fault is not null)
            return false;
        lexer.Mode = mode;
        do
        {
            Fault = FaultAhead(mode);
            if (Fault is not null)
                return false;
            if (!lexer.MoveNext())
            {
                Kind = TokenKind.Eof;
                Span = new(end, 0);
                return true;
            }

            Take(lexer.Current);
        }
        while (Kind is TokenKind.Whitespaces or TokenKind.Comment);
        if (lexer.HasErrors)
            Fault = TomlErrorMessages.OfToken(text, Span, Kind, ErrorOffset());
        return Fault is null;
    }

    private void Take(TomlToken token)
    {
        Kind = token.Kind;
        var start = Math.Min(offset + token.Start.Offset, end);
        Span = Kind is TokenKind.Eof or TokenKind.NewLine
            ? new(Kind == TokenKind.Eof ? end : start, 0)
            : TextSpan.FromBounds(start, Math.Clamp(offset + token.End.Offset + 1, start, end));
        Value = token.StringValue;
        next = Math.Max(next, Math.Min(offset + token.End.Offset + 1, end));
    }

    private int ErrorOffset()
    {
        foreach (var error in lexer.Errors)
            return Math.Clamp(offset + error.Span.Start.Offset, Span.Start, Span.End);
        return Span.Start;
    }

    private (TextSpan Span, string Message)? FaultAhead(TomlLexerMode mode)
    {
        var position = next;
        while (position < end && text[position] is ' ' or '\t')
            position++;
        if (position == end)
            return null;
        if (text[position] is '"' or '\'')
            return TomlStrings.FaultAt(text, position, end, mode == TomlLexerMode.Value);
        if (mode == TomlLexerMode.Key || TomlText.WordLength(text.AsSpan(position, Math.Min(end - position, LongestWord + 1))) <= LongestWord)
            return null;
        var word = TomlText.WordLength(text.AsSpan(position, end - position));
        return (new TextSpan(position, word), $"{Quoted.Text(text.Substring(position, word))} is not a value. Put text in double quotes.");
    }
}
