using System.Buffers;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>YAML's core schema: what a plain scalar is. <c>yes</c>, <c>on</c> and dates are strings.</summary>
internal static class YamlSchema
{
    private static readonly SearchValues<char> hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public static MetadataKind KindOf(ReadOnlySpan<char> plain)
    {
        if (plain.IsEmpty)
            return MetadataKind.Null;
        switch (plain[0])
        {
            case '~' or 'n' or 'N':
                return plain is "~" or "null" or "Null" or "NULL" ? MetadataKind.Null : MetadataKind.String;
            case 't' or 'T' or 'f' or 'F':
                return plain is "true" or "True" or "TRUE" or "false" or "False" or "FALSE" ? MetadataKind.Boolean : MetadataKind.String;
            case (>= '0' and <= '9') or '-' or '+' or '.':
                return KindOfNumber(plain);
            default:
                return MetadataKind.String;
        }
    }

    private static MetadataKind KindOfNumber(ReadOnlySpan<char> plain)
    {
        if (plain.StartsWith("0x", StringComparison.Ordinal))
            return plain.Length > 2 && !plain[2..].ContainsAnyExcept(hexadecimal) ? MetadataKind.Integer : MetadataKind.String;
        if (plain.StartsWith("0o", StringComparison.Ordinal))
            return plain.Length > 2 && !plain[2..].ContainsAnyExceptInRange('0', '7') ? MetadataKind.Integer : MetadataKind.String;
        if (plain is ".nan" or ".NaN" or ".NAN")
            return MetadataKind.Float;

        var rest = plain[0] is '-' or '+' ? plain[1..] : plain;
        if (rest is ".inf" or ".Inf" or ".INF")
            return MetadataKind.Float;
        var whole = TakeDigits(ref rest);
        if (rest.IsEmpty)
            return whole > 0 ? MetadataKind.Integer : MetadataKind.String;
        var fraction = 0;
        if (rest[0] == '.')
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
        }

        if (whole + fraction == 0)
            return MetadataKind.String;
        if (!rest.IsEmpty && rest[0] is 'e' or 'E')
        {
            rest = rest[1..];
            if (!rest.IsEmpty && rest[0] is '-' or '+')
                rest = rest[1..];
            if (TakeDigits(ref rest) == 0)
                return MetadataKind.String;
        }

        return rest.IsEmpty ? MetadataKind.Float : MetadataKind.String;
    }

    private static int TakeDigits(ref ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        text = text[digits..];
        return digits;
    }
}
