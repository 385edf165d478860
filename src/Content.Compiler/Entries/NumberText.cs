using System.Globalization;
using System.Numerics;

namespace Content.Compiler.Entries;

/// <summary>Reads numbers as YAML, TOML and JSON write them, without rounding what must not be rounded.</summary>
internal static class NumberText
{
    /// <summary>More digits than any of our types holds, and few enough to compute with.</summary>
    private const int MostDigits = 400;

    /// <summary>A whole number in any notation: <c>42</c>, <c>+1_000</c>, <c>0x2A</c>, <c>0o52</c>, <c>0b101010</c>.</summary>
    public static bool TryReadInteger(ReadOnlySpan<char> text, out BigInteger value)
    {
        value = BigInteger.Zero;
        var digits = text;
        var isNegative = TakeSign(ref digits);
        var radix = TakeRadix(ref digits);
        if (digits.Length is 0 or > MostDigits)
            return false;
        var hasDigit = false;
        foreach (var unit in digits)
        {
            if (unit == '_' && hasDigit)
                continue;
            if (!char.IsAsciiHexDigit(unit) || DigitOf(unit) >= radix)
                return false;
            value = value * radix + DigitOf(unit);
            hasDigit = true;
        }

        if (isNegative)
            value = -value;
        return hasDigit;
    }

    /// <summary>A finite number.</summary>
    public static bool TryReadNumber(string text, out double value)
    {
        if (TryReadInteger(text, out var whole))
        {
            value = (double)whole;
            return double.IsFinite(value);
        }

        return double.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>Exactly the number written, its trailing zeros too; false where a decimal cannot hold it.</summary>
    public static bool TryReadDecimal(string text, out decimal value)
    {
        value = 0;
        if (TryReadInteger(text, out var mantissa))
            return TryMakeDecimal(mantissa, 0, out value);

        var plain = Plain(text).AsSpan();
        var exponent = 0;
        var mark = plain.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(plain[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                return false;
            plain = plain[..mark];
        }

        var point = plain.IndexOf('.');
        if (point < 0)
            return TryReadInteger(plain, out mantissa) && TryMakeDecimal(mantissa, -(long)exponent, out value);
        var fraction = plain[(point + 1)..];
        return plain.Length <= MostDigits
            && !fraction.ContainsAnyExceptInRange('0', '9')
            && TryReadInteger(string.Concat(plain[..point], fraction), out mantissa)
            && TryMakeDecimal(mantissa, fraction.Length - (long)exponent, out value);
    }

    private static bool TryMakeDecimal(BigInteger mantissa, long scale, out decimal value)
    {
        value = 0;
        if (mantissa.IsZero)
            scale = Math.Clamp(scale, 0, 28);
        for (; scale > 28; scale--)
        {
            mantissa = BigInteger.DivRem(mantissa, 10, out var rest);
            if (!rest.IsZero)
                return false;
        }

        if (scale < 0)
        {
            if (scale < -28)
                return false;
            mantissa *= BigInteger.Pow(10, (int)-scale);
            scale = 0;
        }

        var magnitude = BigInteger.Abs(mantissa);
        if (magnitude > (BigInteger)decimal.MaxValue)
            return false;
        Span<byte> bytes = stackalloc byte[12];
        magnitude.TryWriteBytes(bytes, out _, isUnsigned: true);
        value = new decimal(
            BitConverter.ToInt32(bytes), BitConverter.ToInt32(bytes[4..]), BitConverter.ToInt32(bytes[8..]), mantissa.Sign < 0, (byte)scale);
        return true;
    }

    private static string Plain(string text) => text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text;

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] is not ('+' or '-'))
            return false;
        var isNegative = text[0] == '-';
        text = text[1..];
        return isNegative;
    }

    private static int TakeRadix(ref ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '0')
            return 10;
        var radix = text[1] switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        if (radix != 10)
            text = text[2..];
        return radix;
    }

    private static int DigitOf(char unit) => unit <= '9' ? unit - '0' : (unit | 0x20) - 'a' + 10;
}
