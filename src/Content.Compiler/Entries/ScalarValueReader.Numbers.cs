using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Entries;

/// <content>Numbers and truth values.</content>
internal sealed partial class ScalarValueReader
{
    private FieldValue? ReadInt(in ScalarReading reading)
    {
        if (!reading.IsInteger)
            return Wrong(reading, advice: AdviceToUnquote(reading, NumberText.TryReadInteger(reading.Text, out _)));
        if (NumberText.TryReadInteger(reading.Text, out var value))
        {
            return value >= int.MinValue && value <= int.MaxValue
                ? new IntegerValue(reading.Range, (int)value)
                : Wrong(reading, ", beyond the 32 bits of an int");
        }

        return Wrong(reading, reading.AsText ? "" : ", beyond the 32 bits of an int");
    }

    private FieldValue? ReadNumber(in ScalarReading reading)
    {
        var isNumber = NumberText.TryReadNumber(reading.Text, out var value);
        if (!reading.IsNumber)
            return Wrong(reading, advice: AdviceToUnquote(reading, isNumber));
        return isNumber
            ? new NumberValue(reading.Range, value)
            : Wrong(reading, reading.AsText ? "" : ", which is not finite");
    }

    private FieldValue? ReadDecimal(in ScalarReading reading)
    {
        var isDecimal = NumberText.TryReadDecimal(reading.Text, out var value);
        if (!reading.IsNumber)
            return Wrong(reading, advice: AdviceToUnquote(reading, isDecimal));
        return isDecimal
            ? new DecimalValue(reading.Range, value)
            : Wrong(reading, reading.AsText ? "" : ", which a decimal cannot hold exactly");
    }

    private FieldValue? ReadBool(in ScalarReading reading)
    {
        var isBool = bool.TryParse(reading.Text, out var value);
        if (isBool && (reading.AsText || reading.Scalar.Kind == FrontMatter.MetadataKind.Boolean))
            return new BooleanValue(reading.Range, value);
        return Wrong(reading, advice: isBool ? AdviceToUnquote(reading, isBool) : Suggestion.Hint(TruthValue(reading.Text)));
    }

    /// <summary>What YAML took for truth values before 1.2.</summary>
    private static string? TruthValue(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" => "true",
        "no" or "off" or "n" => "false",
        _ => null,
    };

    /// <summary>Only where the quotes are all that is wrong.</summary>
    private string AdviceToUnquote(in ScalarReading reading, bool wouldDo) =>
        wouldDo && reading.Scalar.Kind == FrontMatter.MetadataKind.String
        && reading.Scalar.Span.Start < source.Text.Length && source.Text[reading.Scalar.Span.Start] is '"' or '\''
            ? " Write it without quotes."
            : "";
}
