using Content.Compiler.Schema;

namespace Content.Compiler.Incremental;

/// <summary>Field values in the state file: a tag, the range, the value.</summary>
internal static class FieldValueSerializer
{
    private enum Tag : byte
    {
        Absent, Text, Integer, Number, Decimal, Boolean, Date, DateTime, Enum, Reference, File, List, Object,
    }

    public static void Write(StateWriter writer, FieldValue? value)
    {
        switch (value)
        {
            case null:
                writer.Byte((byte)Tag.Absent);
                return;
            case TextValue text:
                Begin(writer, Tag.Text, value).String(text.Value);
                return;
            case IntegerValue integer:
                Begin(writer, Tag.Integer, value).Int32(integer.Value);
                return;
            case NumberValue number:
                Begin(writer, Tag.Number, value).Int64(BitConverter.DoubleToInt64Bits(number.Value));
                return;
            case DecimalValue number:
                Begin(writer, Tag.Decimal, value);
                foreach (var part in decimal.GetBits(number.Value))
                    writer.Int32(part);
                return;
            case BooleanValue boolean:
                Begin(writer, Tag.Boolean, value).Boolean(boolean.Value);
                return;
            case DateValue date:
                Begin(writer, Tag.Date, value).Int32(date.Value.DayNumber);
                return;
            case DateTimeValue time:
                Begin(writer, Tag.DateTime, value).Int64(time.Value.Ticks);
                writer.Int64(time.Value.Offset.Ticks);
                return;
            case EnumValue member:
                Begin(writer, Tag.Enum, value).Int32(member.Member);
                return;
            case ReferenceValue reference:
                Begin(writer, Tag.Reference, value).String(reference.Written);
                return;
            case FileValue file:
                Begin(writer, Tag.File, value).String(file.Written);
                return;
            case ListValue list:
                Begin(writer, Tag.List, value).List(list.Items, static (to, item) => Write(to, item));
                return;
            case ObjectValue nested:
                Begin(writer, Tag.Object, value).List(nested.Fields, Write);
                return;
            default:
                // Resolved values belong to the site, never to the facts of one file.
                throw new InvalidOperationException("A fact cannot hold a " + value.GetType().Name);
        }
    }

    public static FieldValue? Read(ref StateReader reader)
    {
        var tag = (Tag)reader.Byte();
        if (tag == Tag.Absent)
            return null;
        var range = reader.Range();
        return tag switch
        {
            Tag.Text => new TextValue(range, reader.String()),
            Tag.Integer => new IntegerValue(range, reader.Int32()),
            Tag.Number => new NumberValue(range, BitConverter.Int64BitsToDouble(reader.Int64())),
            Tag.Decimal => new DecimalValue(range, new decimal([reader.Int32(), reader.Int32(), reader.Int32(), reader.Int32()])),
            Tag.Boolean => new BooleanValue(range, reader.Boolean()),
            Tag.Date => new DateValue(range, DateOnly.FromDayNumber(reader.Int32())),
            Tag.DateTime => new DateTimeValue(range, new DateTimeOffset(reader.Int64(), new TimeSpan(reader.Int64()))),
            Tag.Enum => new EnumValue(range, reader.Int32()),
            Tag.Reference => new ReferenceValue(range, reader.String()),
            Tag.File => new FileValue(range, reader.String()),
            Tag.List => new ListValue(range, reader.List(static (ref StateReader from) => Read(ref from)!)),
            _ => new ObjectValue(range, reader.List(Read)),
        };
    }

    private static StateWriter Begin(StateWriter writer, Tag tag, FieldValue value)
    {
        writer.Byte((byte)tag);
        writer.Range(value.Range);
        return writer;
    }
}
