using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Entries;

/// <content>Dates.</content>
internal sealed partial class ScalarValueReader
{
    private FieldValue? ReadDate(in ScalarReading reading)
    {
        if (!reading.IsDate)
            return Wrong(reading);
        var fault = reading.Format is { } format
            ? DateText.ReadDate(reading.Text, format, out var date)
            : DateText.ReadDate(reading.Text, out date);
        return fault == DateFault.None ? new DateValue(reading.Range, date) : Wrong(reading, fault);
    }

    private FieldValue? ReadDateTime(in ScalarReading reading)
    {
        if (!reading.IsDate)
            return Wrong(reading);
        var fault = reading.Format is { } format
            ? DateText.ReadDateTime(reading.Text, format, out var value)
            : DateText.ReadDateTime(reading.Text, out value);
        return fault == DateFault.None ? new DateTimeValue(reading.Range, value) : Wrong(reading, fault);
    }

    private FieldValue? Wrong(in ScalarReading reading, DateFault fault) => fault switch
    {
        DateFault.Impossible => Wrong(reading, ", which does not exist"),
        DateFault.HasTime => Wrong(reading, ", which has a time of day", " Leave the time out, or declare the field as a datetime."),
        DateFault.NoTime => Wrong(reading, ", which has no time of day", " Add the time and the offset, or declare the field as a date."),
        DateFault.NoOffset when reading.Format is not null => Wrong(reading, ", which has no offset from UTC", " Add it to the value and as 'zzz' to the format."),
        DateFault.NoOffset => Wrong(reading, ", which has no offset from UTC", " Add one, such as Z or +01:00."),
        _ => Wrong(reading, advice: reading.Format is null ? Suggestion.Hint(IsoMoment.FindMeant(reading.Text)) : ""),
    };
}
