using System.Globalization;

namespace Content.Compiler.Entries;

/// <summary>What is wrong with the text of a date.</summary>
internal enum DateFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is no date.</summary>
    NotADate,

    /// <summary>A day, a time or an offset that does not exist, such as 2026-02-30.</summary>
    Impossible,

    /// <summary>A time of day where there may be none.</summary>
    HasTime,

    /// <summary>No time of day where there must be one.</summary>
    NoTime,

    /// <summary>No offset from UTC where there must be one.</summary>
    NoOffset,
}

/// <summary>Reads dates, never by the clock, the zone or the culture of the machine.</summary>
internal static class DateText
{
    /// <summary>
    /// <c>2026-11-23</c>. A time is allowed where nothing is lost by leaving it out: midnight, in UTC or in no zone
    /// (which is how some tools write every date).
    /// </summary>
    public static DateFault ReadDate(string text, out DateOnly date)
    {
        date = default;
        var fault = IsoDateTime.Read(text, out var moment);
        if (fault != DateFault.None)
            return fault;
        if (moment.TimeOfDay is { } time && (time != 0 || moment.OffsetMinutes is not (null or 0)))
            return DateFault.HasTime;
        date = moment.Date;
        return DateFault.None;
    }

    /// <summary><c>2026-11-23T09:30:00+01:00</c>; the offset stays as written.</summary>
    public static DateFault ReadDateTime(string text, out DateTimeOffset value)
    {
        value = default;
        var fault = IsoDateTime.Read(text, out var moment);
        if (fault != DateFault.None)
            return fault;
        if (moment.TimeOfDay is not { } time)
            return DateFault.NoTime;
        if (moment.OffsetMinutes is not { } minutes)
            return DateFault.NoOffset;
        var local = moment.Date.ToDateTime(TimeOnly.MinValue).Ticks + time;
        var offset = TimeSpan.FromMinutes(minutes);
        var universal = local - offset.Ticks;
        if (universal < DateTimeOffset.MinValue.UtcTicks || universal > DateTimeOffset.MaxValue.UtcTicks)
            return DateFault.Impossible;
        value = new DateTimeOffset(local, offset);
        return DateFault.None;
    }

    /// <summary>A date in the format that the field declares.</summary>
    public static DateFault ReadDate(string text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && TryParse(text, format, DateTimeStyles.None, out _)
            ? DateFault.None
            : DateFault.NotADate;

    /// <summary>A date and time in the format that the field declares; the format has to have the offset.</summary>
    public static DateFault ReadDateTime(string text, string format, out DateTimeOffset value)
    {
        value = default;
        var invariant = CultureInfo.InvariantCulture;
        // Reason: DateTimeOffset alone does not tell a text without an offset from one with the offset that it assumes.
        if (!TryParse(text, format, DateTimeStyles.RoundtripKind, out var local))
            return DateFault.NotADate;
        if (local.Kind == DateTimeKind.Unspecified
            && !text.EndsWith('Z')
            && !text.EndsWith("GMT", StringComparison.Ordinal)
            && !text.EndsWith("UTC", StringComparison.Ordinal))
            return DateFault.NoOffset;
        return DateTimeOffset.TryParseExact(text, format, invariant, DateTimeStyles.AssumeUniversal, out value)
            ? DateFault.None
            : DateFault.Impossible;
    }

    /// <summary>Without the clock: what the format leaves out would be taken from the current date.</summary>
    private static bool TryParse(string text, string format, DateTimeStyles styles, out DateTime value) =>
        DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, styles | DateTimeStyles.NoCurrentDateDefault, out value)
        && value.Year > 1;
}
