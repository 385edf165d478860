using System.Collections.Immutable;
using Content.Compiler.Text;
using Tomlyn.Syntax;

namespace Content.Compiler.FrontMatter.Toml;

/// <content>Values.</content>
internal sealed partial class TomlStatements
{
    /// <summary>The value at hand; its last token stays at hand.</summary>
    private MetadataNode? ReadValue(int depth)
    {
        var kind = TomlKinds.Of(tokens.Kind);
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

        var (span, message) = TomlFault.OfValue(text, tokens.Span, tokens.Kind, end);
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
}
