using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Tomlyn.Syntax;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>What is said of a token that is none of TOML's, or not at its place.</summary>
internal static class TomlErrorMessages
{
    private const string OwnQuotes = "Put text in double quotes.";

    /// <summary>A token that the lexer rejects.</summary>
    public static (TextSpan Span, string Message) OfToken(string text, TextSpan span, TokenKind kind, int errorOffset)
    {
        if (kind is TokenKind.String or TokenKind.StringMulti or TokenKind.StringLiteral or TokenKind.StringLiteralMulti)
            return (new TextSpan(errorOffset, Math.Min(1, span.End - errorOffset)), "TOML does not allow this in a string. Write it as an escape, such as \\\\ or \\u00e9.");
        var written = text.Substring(span.Start, span.Length);
        return (span, $"{Quoted.Text(written)} is neither a number nor a date as TOML writes them, such as 12, 0.5 or 2026-11-23. {OwnQuotes}");
    }

    /// <summary>Something that cannot be a value.</summary>
    public static (TextSpan Span, string Message) OfValue(string text, TextSpan span, TokenKind kind, int end)
    {
        if (kind is TokenKind.NewLine or TokenKind.Eof)
            return (span, "A value is missing here. Write one, such as \"\".");
        if (kind is TokenKind.Comma or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.Equal)
            return (span, "A value is missing before this.");
        var rest = text.AsSpan(span.Start, end - span.Start);
        var length = rest.IndexOfAny(TomlText.BareEnds);
        var bare = (length < 0 ? rest : rest[..length]).TrimEnd(" \t");
        var written = bare.ToString();
        var meant = written.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true"
            : written.Equals("false", StringComparison.OrdinalIgnoreCase) ? "false"
            : null;
        return (new TextSpan(span.Start, Math.Max(bare.Length, span.Length)), meant is null
            ? $"{Quoted.Text(written)} is not in quotes. {OwnQuotes}"
            : $"Write '{meant}' in TOML.");
    }
}
