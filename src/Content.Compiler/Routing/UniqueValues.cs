using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>Finds values that two entries of a collection share where the field is <c>unique</c>: CONTENT1010, at the later by path.</summary>
internal sealed class UniqueValues(ICollection<Diagnostic> diagnostics)
{
    /// <summary>Checks the entries of one collection, which are sorted by path.</summary>
    public void Check(CollectionDefinition collection, IEnumerable<Entry> entries)
    {
        if (!HasUnique(collection.Fields))
            return;
        var taken = new Dictionary<(string Field, string Value), Entry>();
        foreach (var entry in entries)
            Check(collection.Fields, entry.Fields, "", entry, taken);
    }

    private void Check(
        ImmutableArray<FieldDefinition> fields, ImmutableArray<FieldValue?> values, string prefix, Entry entry, Dictionary<(string, string), Entry> taken)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (values[index] is not { IsDefault: false } value)
                continue;
            var items = value is ListValue list ? list.Items : [value];
            foreach (var item in items)
            {
                if (item is ObjectValue nested && fields[index].Type is ObjectFieldType type)
                    Check(type.Fields, nested.Fields, prefix + fields[index].Key + ".", entry, taken);
                else if (fields[index].IsUnique)
                    Check(prefix + fields[index].Key, fields[index], item, entry, taken);
            }
        }
    }

    private void Check(string name, FieldDefinition field, FieldValue value, Entry entry, Dictionary<(string, string), Entry> taken)
    {
        var text = KeyOf(field, value);
        if (taken.TryAdd((name, text), entry) || taken[(name, text)] is not { } other)
            return;
        var place = ReferenceEquals(other, entry) ? "another item of the list" : other.Article.Place;
        diagnostics.Add(FieldErrors.NotUnique(entry.Article.File, value.Range, name, text, place));
    }

    /// <summary>The same text for the same value, however it is written.</summary>
    private static string KeyOf(FieldDefinition field, FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        DecimalValue number => number.Value.ToString("0.############################", CultureInfo.InvariantCulture),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeValue date => date.Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        EnumValue member when field.Type is EnumFieldType type => type.Enum.Members[member.Member].Value,
        ResolvedReferenceValue reference => reference.Slug,
        ResolvedFileValue file => file.Url,
        _ => "",
    };

    /// <summary>Whether any value of these fields is to be unique.</summary>
    public static bool HasUnique(ImmutableArray<FieldDefinition> fields) =>
        fields.Any(field => field.IsUnique || (field.Type is ObjectFieldType nested && HasUnique(nested.Fields)));
}
