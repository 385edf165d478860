using System.Globalization;
using System.Text;
using Content.Compiler.Schema;
using Content.Compiler.Sites;

namespace Content.Compiler.Tests.CaseRunner;

/// <summary>What a site consists of, one line an entry and one a value, so that a case can say what its metadata means and where its pages stand.</summary>
internal static class EntryText
{
    public static string Of(Site site)
    {
        var text = new StringBuilder();
        foreach (var collection in site.Collections)
        {
            text.Append(CultureInfo.InvariantCulture, $"{collection.Definition.PropertyName}\n");
            foreach (var entry in collection.Entries)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {entry.Symbol} = {(entry.Slug.Length == 0 ? "\"\"" : entry.Slug)} at {entry.Url}");
                text.Append(entry.Aliases.IsEmpty ? "" : ", " + string.Join(", ", entry.Aliases));
                text.Append(entry.IsPublished ? "\n" : ", not published\n");
                Append(text, "    ", collection.Definition.Fields, entry.Fields);
            }
        }

        foreach (var asset in site.Assets)
            text.Append(CultureInfo.InvariantCulture, $"{asset.Path} at {asset.Url}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string indent, IReadOnlyList<FieldDefinition> fields, IReadOnlyList<FieldValue?> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is { } value)
                text.Append(CultureInfo.InvariantCulture, $"{indent}{fields[index].PropertyName}: {Show(fields[index].Type, value)}\n");
        }
    }

    private static string Show(FieldType type, FieldValue value) => value switch
    {
        TextValue text => $"\"{text.Value}\"",
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        DecimalValue number => number.Value.ToString(CultureInfo.InvariantCulture) + "m",
        BooleanValue boolean => boolean.Value ? "true" : "false",
        DateValue date => date.Value.ToString("O", CultureInfo.InvariantCulture),
        DateTimeValue moment => moment.Value.ToString("O", CultureInfo.InvariantCulture),
        EnumValue member => ((EnumFieldType)type).Enum.TypeName + "." + ((EnumFieldType)type).Enum.Members[member.Member].Name,
        ResolvedReferenceValue reference => $"{((ReferenceFieldType)type).TypeName} {reference.Slug}",
        ResolvedFileValue file => string.Create(CultureInfo.InvariantCulture, $"{file.Url} ({file.Path ?? "elsewhere"}, {file.Width} x {file.Height})"),
        ListValue list => "[" + string.Join(", ", list.Items.Select(item => Show(type, item))) + "]",
        ObjectValue nested => "{ " + string.Join(", ", ((ObjectFieldType)type).Fields.Zip(nested.Fields)
            .Where(pair => pair.Second is not null).Select(pair => $"{pair.First.PropertyName}: {Show(pair.First.Type, pair.Second!)}")) + " }",
        _ => value.ToString(),
    };
}
