using System.Collections.Immutable;
using Content.Compiler.Text;
using Tomlyn.Syntax;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>Reads keys, headers and values until the end or the first mistake.</summary>
internal sealed class TomlStatements(TomlDocument document, string text, int start, int end)
{
    private readonly TomlTokens tokens = new(text, start, end);

    /// <summary>After which offset reading can begin anew.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>False where a mistake ended it.</summary>
    public bool Read()
    {
        if (!tokens.MoveToKey())
            return Fail();
        while (tokens.SkipLines(toKey: true) && tokens.Kind != TokenKind.Eof)
        {
            if (!(tokens.Kind is TokenKind.OpenBracket or TokenKind.OpenBracketDouble ? ReadHeader() : ReadKeyValue()))
                return Fail();
        }

        return tokens.Fault is null || Fail();
    }

    private bool ReadHeader()
    {
        var open = tokens.Span;
        var isList = tokens.Kind == TokenKind.OpenBracketDouble;
        if (!tokens.MoveToKey() || ReadKey() is not { } path)
            return false;
        if (tokens.Kind != (isList ? TokenKind.CloseBracketDouble : TokenKind.CloseBracket))
            return Fault(open, isList ? "This header is never closed: add ']]'." : "This header is never closed: add ']'.");
        document.Open(path, TextSpan.FromBounds(open.Start, tokens.Span.End), isList);
        return EndStatement();
    }

    private bool ReadKeyValue()
    {
        if (ReadKey() is not { } path || !TakeEqual(path))
            return false;
        var depth = document.DepthOf(path);
        if (depth > MetadataLimits.Depth)
            return Fault(TextSpan.FromBounds(path[0].Span.Start, path[^1].Span.End), MetadataLimits.TooDeep);
        if (ReadValue(depth) is not { } value)
            return false;
        if (!EndStatement())
            return false;
        document.Add(path, value);
        return true;
    }

    private bool EndStatement() =>
        tokens.MoveToKey() && (tokens.Kind is TokenKind.NewLine or TokenKind.Eof
        || Fault(RestOfLine(), "This is not expected here: a field ends with its line. Put text with quotes in it in other quotes, or on a line of its own."));

    private bool TakeEqual(List<TomlKey> path)
    {
        if (tokens.Kind == TokenKind.Equal)
            return tokens.MoveToValue();
        var key = TextSpan.FromBounds(path[0].Span.Start, path[^1].Span.End);
        var behind = key.End;
        while (behind < end && text[behind] is ' ' or '\t')
            behind++;
        return behind < end && text[behind] == ':'
            ? Fault(new TextSpan(behind, 1), "TOML has '=' between a key and its value, not ':'.")
            : Fault(key, "This line is not a field: write a key, '=' and a value. A key with spaces or other characters goes in quotes.");
    }

    private List<TomlKey>? ReadKey()
    {
        var path = new List<TomlKey>(1);
        while (true)
        {
            var written = tokens.Kind switch
            {
                TokenKind.BasicKey => tokens.Written.ToString(),
                TokenKind.String or TokenKind.StringLiteral => tokens.Value ?? tokens.Written[1..^1].ToString(),
                _ => null,
            };
            if (written is null)
            {
                Fault(tokens.Kind is TokenKind.NewLine or TokenKind.Eof ? tokens.Span : RestOfLine(), "A key is expected here, such as title.");
                return null;
            }

            path.Add(new(written, tokens.Span));
            if (!tokens.MoveToKey())
                return null;
            if (tokens.Kind != TokenKind.Dot)
                return path;
            if (!tokens.MoveToKey())
                return null;
        }
    }

    private TextSpan RestOfLine()
    {
        var rest = text.AsSpan(tokens.Span.Start, end - tokens.Span.Start);
        var length = rest.IndexOfAny('\r', '\n');
        return new(tokens.Span.Start, (length < 0 ? rest : rest[..length]).TrimEnd(" \t").Length);
    }

    private bool Fail()
    {
        if (tokens.Fault is { } fault)
            Fault(fault.Span, fault.Message);
        return false;
    }

    /// <summary>Reports and gives back false. Where the lexer has stopped, its mistake comes first.</summary>
    private bool Fault(TextSpan span, string message)
    {
        if (tokens.Fault is { } fault)
            (span, message) = fault;
        document.Report(span, message);
        FaultOffset = Math.Max(FaultOffset, span.Start);
        return false;
    }

    /// <summary>The value at hand; its last token stays at hand.</summary>
    private MetadataNode? ReadValue(int depth)
    {
        var kind = KindOf(tokens.Kind);
        if (kind == MetadataKind.String)
            return new MetadataScalar(tokens.Span, MetadataKind.String, tokens.Value ?? "");
        if (kind is { } scalar)
            return new MetadataScalar(tokens.Span, scalar, tokens.Written.ToString());
        if (tokens.Kind is TokenKind.OpenBracket or TokenKind.OpenBrace)
        {
            if (depth <= MetadataLimits.Depth)
                return tokens.Kind == TokenKind.OpenBracket ? ReadArray(depth) : ReadInlineTable(depth);
            Fault(tokens.Span, MetadataLimits.TooDeep);
            return null;
        }

        var (span, message) = TomlErrorMessages.OfValue(text, tokens.Span, tokens.Kind, end);
        Fault(span, message);
        return null;
    }

    private MetadataSequence? ReadArray(int depth)
    {
        var open = tokens.Span;
        var items = ImmutableArray.CreateBuilder<MetadataNode>();
        if (!tokens.MoveToValue())
            return null;
        while (tokens.SkipLines(toKey: false) && tokens.Kind != TokenKind.CloseBracket)
        {
            if (IsUnclosed(open, ']') || ReadValue(depth + 1) is not { } item)
                return null;
            items.Add(item);
            if (!tokens.MoveToValue() || !tokens.SkipLines(toKey: false))
                return null;
            if (tokens.Kind == TokenKind.Comma ? !tokens.MoveToValue() : IsEndMissing(open, TokenKind.CloseBracket, ']'))
                return null;
        }

        return tokens.Fault is null ? new(TextSpan.FromBounds(open.Start, tokens.Span.End), items.DrainToImmutable()) : null;
    }

    private MetadataMapping? ReadInlineTable(int depth)
    {
        var open = tokens.Span;
        var table = new TomlTable(open, TomlTableKind.Header);
        if (!tokens.MoveToKey())
            return null;
        while (tokens.SkipLines(toKey: true) && tokens.Kind != TokenKind.CloseBrace)
        {
            if (IsUnclosed(open, '}') || ReadKey() is not { } path || !TakeEqual(path))
                return null;
            if (depth + path.Count > MetadataLimits.Depth)
            {
                Fault(TextSpan.FromBounds(path[0].Span.Start, path[^1].Span.End), MetadataLimits.TooDeep);
                return null;
            }

            if (ReadValue(depth + path.Count) is not { } value)
                return null;
            document.Add(table, path, value);
            if (!tokens.MoveToValue() || !tokens.SkipLines(toKey: false))
                return null;
            if (tokens.Kind == TokenKind.Comma ? !tokens.MoveToKey() : IsEndMissing(open, TokenKind.CloseBrace, '}'))
                return null;
        }

        table.Span = TextSpan.FromBounds(open.Start, tokens.Span.End);
        return tokens.Fault is null ? table.Build() : null;
    }

    private bool IsUnclosed(TextSpan open, char close) =>
        (tokens.Kind == TokenKind.Eof || (close == ']' && TomlText.StartsField(text, tokens.Span.Start, end)))
        && !Fault(open, $"This '{text[open.Start]}' is never closed: add '{close}'.");

    private bool IsEndMissing(TextSpan open, TokenKind close, char closeText)
    {
        if (tokens.Kind == close)
            return false;
        return IsUnclosed(open, closeText) || !Fault(tokens.Span, $"A ',' or '{closeText}' is missing before this.");
    }

    private static MetadataKind? KindOf(TokenKind kind) => kind switch
    {
        TokenKind.String or TokenKind.StringMulti or TokenKind.StringLiteral or TokenKind.StringLiteralMulti => MetadataKind.String,
        TokenKind.Integer or TokenKind.IntegerHexa or TokenKind.IntegerOctal or TokenKind.IntegerBinary => MetadataKind.Integer,
        TokenKind.Float or TokenKind.Infinite or TokenKind.PositiveInfinite or TokenKind.NegativeInfinite
            or TokenKind.Nan or TokenKind.PositiveNan or TokenKind.NegativeNan => MetadataKind.Float,
        TokenKind.True or TokenKind.False => MetadataKind.Boolean,
        TokenKind.OffsetDateTimeByZ or TokenKind.OffsetDateTimeByNumber or TokenKind.LocalDateTime
            or TokenKind.LocalDate or TokenKind.LocalTime => MetadataKind.DateTime,
        _ => null,
    };
}
