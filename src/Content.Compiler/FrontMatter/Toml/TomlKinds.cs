using Tomlyn.Syntax;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>What TOML's scalars are to us.</summary>
internal static class TomlKinds
{
    public static MetadataKind? Of(TokenKind kind) => kind switch
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
