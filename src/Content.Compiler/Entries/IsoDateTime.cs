using System.Globalization;

namespace Content.Compiler.Entries;

/// <summary>A date with what is written behind it, as ISO 8601, RFC 3339, TOML and YAML spell it.</summary>
/// <param name="Date">The day.</param>
/// <param name="TimeOfDay">In ticks; null where there is none.</param>
/// <param name="OffsetMinutes">Null where there is none.</param>
internal readonly record struct IsoDateTime(DateOnly Date, long? TimeOfDay, int? OffsetMinutes)
{
    /// <summary>Reads <c>2026-11-23</c>, then <c>T09:30</c> or <c>T09:30:15.25</c> (a space or a small t will do), then <c>Z</c> or <c>+01:00</c>.</summary>
    public static DateFault Read(ReadOnlySpan<char> text, out IsoDateTime moment)
    {
        moment = default;
        if (!TakeNumber(ref text, 4, out var year) || !Take(ref text, '-')
            || !TakeNumber(ref text, 2, out var month) || !Take(ref text, '-')
            || !TakeNumber(ref text, 2, out var day))
            return DateFault.NotADate;

        long? time = null;
        int? offset = null;
        var isPossible = year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        if (!text.IsEmpty)
        {
            if (text[0] is not ('T' or 't' or ' '))
                return DateFault.NotADate;
            text = text[1..];
            if (!TakeTime(ref text, out var ticks, ref isPossible) || !TakeOffset(ref text, out offset, ref isPossible) || !text.IsEmpty)
                return DateFault.NotADate;
            time = ticks;
        }

        if (!isPossible)
            return DateFault.Impossible;
        moment = new(new DateOnly(year, month, day), time, offset);
        return DateFault.None;
    }

    /// <summary>The date that <c>2026/1/5</c> or <c>2026.01.05</c> was to be; null where that is not beyond doubt, as with <c>1/5/2026</c>.</summary>
    public static string? FindMeant(string text)
    {
        var rest = text.AsSpan().Trim();
        if (!TakeNumber(ref rest, 4, out var year) || !TakeShort(ref rest, out var month) || !TakeShort(ref rest, out var day) || !rest.IsEmpty)
            return null;
        var meant = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}");
        return Read(meant, out _) == DateFault.None ? meant : null;
    }

    /// <summary>A separator, and one or two digits.</summary>
    private static bool TakeShort(ref ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || text[0] is not ('-' or '/' or '.' or ' '))
            return false;
        text = text[1..];
        return TakeNumber(ref text, 2, out number) || TakeNumber(ref text, 1, out number);
    }

    private static bool TakeTime(ref ReadOnlySpan<char> text, out long ticks, ref bool isPossible)
    {
        ticks = 0;
        var seconds = 0;
        if (!TakeNumber(ref text, 2, out var hours) || !Take(ref text, ':') || !TakeNumber(ref text, 2, out var minutes))
            return false;
        if (Take(ref text, ':') && !TakeNumber(ref text, 2, out seconds))
            return false;
        isPossible &= hours < 24 && minutes < 60 && seconds < 60;
        ticks = (hours * 3600L + minutes * 60 + seconds) * TimeSpan.TicksPerSecond;
        return !Take(ref text, '.') || TakeFraction(ref text, ref ticks);
    }

    private static bool TakeFraction(ref ReadOnlySpan<char> text, ref long ticks)
    {
        var digits = 0;
        for (var worth = TimeSpan.TicksPerSecond / 10; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++, worth /= 10)
            ticks += (text[digits] - '0') * worth;
        text = text[digits..];
        return digits > 0;
    }

    private static bool TakeOffset(ref ReadOnlySpan<char> text, out int? offset, ref bool isPossible)
    {
        offset = null;
        Take(ref text, ' ');
        if (text.IsEmpty)
            return true;
        if (Take(ref text, 'Z') || Take(ref text, 'z'))
        {
            offset = 0;
            return true;
        }

        var isNegative = text[0] == '-';
        if (!isNegative && text[0] != '+')
            return false;
        text = text[1..];
        if (!TakeNumber(ref text, 2, out var hours))
            return false;
        var minutes = 0;
        if (Take(ref text, ':') || !text.IsEmpty)
        {
            if (!TakeNumber(ref text, 2, out minutes))
                return false;
        }

        var total = hours * 60 + minutes;
        isPossible &= minutes < 60 && total <= 14 * 60;
        offset = isNegative ? -total : total;
        return true;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int digits, out int number)
    {
        number = 0;
        if (text.Length < digits)
            return false;
        for (var index = 0; index < digits; index++)
        {
            if (!char.IsAsciiDigit(text[index]))
                return false;
            number = number * 10 + (text[index] - '0');
        }

        text = text[digits..];
        return true;
    }
}
