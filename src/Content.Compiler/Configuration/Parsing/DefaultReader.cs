using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads values of fields that stand in content.json itself: defaults and bounds. They are read as an article's are.</summary>
internal static class DefaultReader
{
    /// <summary>The default of <paramref name="field"/>, which holds its constraints; null where it is none.</summary>
    public static FieldValue? Read(ConfigurationInput input, FieldDefinition field, MetadataProperty property)
    {
        if (property.Value is MetadataScalar { Kind: MetadataKind.Null })
        {
            if (!field.IsOptional)
                input.Report(property.Value.Span, $"The default of {Quoted.Text(field.Key)} is null, but its type has no '?'. Add one, or give a value.");
            return null;
        }

        // A default is written as the value itself, so the field's 'match' does not apply to it.
        return Convert(input, field with { Match = null }, property, $"{field.Key}.default") is { } value ? WithoutPlace(value) : null;
    }

    /// <summary>A bound of dates: the earliest or the latest.</summary>
    public static DateTimeOffset? ReadDate(ConfigurationInput input, FieldType type, MetadataProperty property) =>
        Convert(input, new FieldDefinition { Key = property.Key, PropertyName = "", Type = type }, property, property.Key) switch
        {
            DateValue date => new DateTimeOffset(date.Value, TimeOnly.MinValue, TimeSpan.Zero),
            DateTimeValue moment => moment.Value,
            _ => null,
        };

    private static FieldValue? Convert(ConfigurationInput input, FieldDefinition field, MetadataProperty property, string name)
    {
        var found = new List<Diagnostic>();
        var value = new FieldValueReader(input.Source, found).Read(field, property, name);
        foreach (var diagnostic in found)
            input.Report(diagnostic.Range, diagnostic.Message);
        return value;
    }

    /// <summary>A default is not written in the article that gets it, so its range there is cleared.</summary>
    private static FieldValue WithoutPlace(FieldValue value) => value switch
    {
        ListValue list => new ListValue(TextRange.Nowhere, [.. list.Items.Select(WithoutPlace)]),
        ObjectValue nested => new ObjectValue(TextRange.Nowhere, [.. nested.Fields.Select(field => field is null ? null : WithoutPlace(field))]),
        _ => value with { Range = TextRange.Nowhere },
    };
}
