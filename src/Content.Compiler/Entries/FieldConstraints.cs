using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Entries;

/// <summary>Holds a value of the right type against the constraints of its field: CONTENT1004.</summary>
internal static class FieldConstraints
{
    /// <summary>Whether the value, or the item of a list, is within its bounds; what is not is reported.</summary>
    public static bool Check(string file, FieldDefinition field, FieldValue value, FieldLabel label, ICollection<Diagnostic> diagnostics)
    {
        var fault = value switch
        {
            IntegerValue integer => Number(field, (decimal)integer.Value),
            DecimalValue number => Number(field, number.Value),
            NumberValue number => Number(field, number.Value),
            DateValue date => Date(field, new DateTimeOffset(date.Value, TimeOnly.MinValue, TimeSpan.Zero), "yyyy-MM-dd"),
            DateTimeValue date => Date(field, date.Value, "yyyy-MM-dd'T'HH:mm:sszzz"),
            TextValue text => Text(field, text.Value),
            _ => null,
        };
        return Report(file, value, label, fault, diagnostics);
    }

    /// <summary>Whether the list is neither too short nor too long; its items have been checked each.</summary>
    public static bool Check(string file, FieldDefinition field, ListValue list, FieldLabel label, ICollection<Diagnostic> diagnostics) =>
        Report(file, list, label, Length(field, list.Items.Length, "item"), diagnostics);

    private static bool Report(string file, FieldValue value, FieldLabel label, (string Expected, string Actual)? fault, ICollection<Diagnostic> diagnostics)
    {
        if (fault is not { } found)
            return true;
        diagnostics.Add(FieldErrors.Constraint(file, value.Range, label, found.Expected, found.Actual));
        return false;
    }

    private static (string, string)? Number(FieldDefinition field, decimal value)
    {
        if (value < field.Min)
            return Bound("at least", Show(field.Min.Value), Show(value));
        return value > field.Max ? Bound("at most", Show(field.Max.Value), Show(value)) : null;
    }

    private static (string, string)? Number(FieldDefinition field, double value)
    {
        if (field.Min is { } min && value < (double)min)
            return Bound("at least", Show(min), value.ToString("R", CultureInfo.InvariantCulture));
        return field.Max is { } max && value > (double)max ? Bound("at most", Show(max), value.ToString("R", CultureInfo.InvariantCulture)) : null;
    }

    private static (string, string)? Date(FieldDefinition field, DateTimeOffset value, string format)
    {
        string Show(DateTimeOffset date) => date.ToString(format, CultureInfo.InvariantCulture);
        if (field.Earliest is { } earliest && value < earliest)
            return ($"be {Show(earliest)} or later", $"is {Show(value)}");
        return field.Latest is { } latest && value > latest ? ($"be {Show(latest)} or earlier", $"is {Show(value)}") : null;
    }

    private static (string, string)? Text(FieldDefinition field, string value)
    {
        if (!field.IsList && Length(field, value.Length, "character") is { } fault)
            return fault;
        return field.Pattern is { } pattern && !pattern.IsMatch(value)
            ? ($"match the pattern {Quoted.Text(pattern.ToString())}", $"is {Quoted.Text(value)}")
            : null;
    }

    private static (string, string)? Length(FieldDefinition field, int length, string unit)
    {
        string Count(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
        if (length < field.MinLength)
            return ("have at least " + Count(field.MinLength.Value), string.Create(CultureInfo.InvariantCulture, $"has {length}"));
        return length > field.MaxLength
            ? ("have at most " + Count(field.MaxLength.Value), string.Create(CultureInfo.InvariantCulture, $"has {length}"))
            : null;
    }

    private static (string, string)? Bound(string relation, string bound, string actual) => ($"be {relation} {bound}", $"is {actual}");

    private static string Show(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
