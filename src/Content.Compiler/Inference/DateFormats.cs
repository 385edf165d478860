using System.Globalization;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>Finds the format that dates are written in, where they are not ISO 8601.</summary>
internal static class DateFormats
{
    private static readonly string[] known =
    [
        "MM/dd/yyyy", "dd/MM/yyyy", "M/d/yyyy", "d/M/yyyy", "yyyy/MM/dd", "yyyy/M/d", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "MM-dd-yyyy",
        "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd, MMMM d, yyyy", "ddd, d MMM yyyy",
    ];

    /// <summary>The formats that fit all values. There are several where the same text could be different dates.</summary>
    /// <param name="field">The field, as a date.</param>
    /// <param name="values">Its values.</param>
    /// <param name="everywhere">The values of the same key in the whole site, which may tell the day from the month where these do not.</param>
    public static IReadOnlyList<string> Find(FieldDefinition field, IReadOnlyList<ObservedValue> values, IReadOnlyList<ObservedValue> everywhere)
    {
        var found = Candidates(field, values);
        return found.Count > 1 && Candidates(field, everywhere).Intersect(found).ToArray() is [var only] ? [only] : found;
    }

    /// <summary>Formats by which all values can be read; of those that make the same dates of them, the first.</summary>
    private static List<string> Candidates(FieldDefinition field, IReadOnlyList<ObservedValue> values)
    {
        var found = new List<string>();
        var dates = new HashSet<string>(StringComparer.Ordinal);
        foreach (var format in known)
        {
            if (TypeProbe.ReadAll(field with { Format = format }, values) is { } read && dates.Add(string.Join(' ', read.Select(Show))))
                found.Add(format);
        }

        return found;
    }

    private static string Show(FieldValue value) => value switch
    {
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ListValue list => string.Join(',', list.Items.Select(Show)),
        _ => "",
    };
}
