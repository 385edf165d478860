using System.Globalization;
using Content.Compiler.Configuration;
using Content.Compiler.Entries;

namespace Content.Compiler.Inference;

/// <summary>Finds the format that dates are written in, where they are not ISO 8601.</summary>
internal static class DateFormats
{
    private static readonly string[] known =
    [
        "MM/dd/yyyy", "dd/MM/yyyy", "M/d/yyyy", "d/M/yyyy", "yyyy/MM/dd", "yyyy/M/d", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "MM-dd-yyyy",
        "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd, MMMM d, yyyy", "ddd, d MMM yyyy",
    ];

    /// <summary>
    /// The one format of all values; null where there is none, or where two of them would make different dates of the same text.
    /// </summary>
    /// <param name="field">The field, as a date.</param>
    /// <param name="values">Its values.</param>
    /// <param name="everywhere">Those of the same key all over the site: they may tell the day from the month where these do not.</param>
    public static string? Find(FieldDefinition field, IReadOnlyCollection<ObservedValue> values, IReadOnlyCollection<ObservedValue> everywhere)
    {
        var found = Candidates(field, values);
        return found.Count == 1 ? found[0] : Candidates(field, everywhere).Intersect(found).ToArray() is [var only] ? only : null;
    }

    /// <summary>Formats by which all values can be read; of those that make the same dates of them, the first.</summary>
    private static List<string> Candidates(FieldDefinition field, IReadOnlyCollection<ObservedValue> values)
    {
        var found = new List<string>();
        var dates = new HashSet<string>(StringComparer.Ordinal);
        foreach (var format in known)
        {
            if (TypeTrial.ReadAll(field with { Format = format }, values) is { } read && dates.Add(string.Join(' ', read.Select(Show))))
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
