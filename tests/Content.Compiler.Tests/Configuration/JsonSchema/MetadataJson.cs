using System.Globalization;
using Content.Compiler.FrontMatter;
using Newtonsoft.Json.Linq;

namespace Content.Compiler.Tests.Configuration.JsonSchema;

/// <summary>Front matter in whatever language as the JSON that an editor sees in it.</summary>
internal static class MetadataJson
{
    public static JToken Of(MetadataNode node) => node switch
    {
        MetadataMapping mapping => new JObject(mapping.Properties.Select(property => new JProperty(property.Key, Of(property.Value)))),
        MetadataSequence sequence => new JArray(sequence.Items.Select(Of)),
        MetadataScalar { Kind: MetadataKind.Null } => JValue.CreateNull(),
        MetadataScalar { Kind: MetadataKind.Boolean } boolean => bool.Parse(boolean.Text),
        MetadataScalar { Kind: MetadataKind.Integer } number => Integer(number.Text),
        MetadataScalar { Kind: MetadataKind.Float } number when double.TryParse(number.Text, CultureInfo.InvariantCulture, out var value) => value,
        MetadataScalar scalar => scalar.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static JValue Integer(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o' or 'b')
            return new JValue(Convert.ToInt64(text[2..], text[1] == 'x' ? 16 : text[1] == 'o' ? 8 : 2));
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new JValue(number)
            : new JValue(double.Parse(digits, CultureInfo.InvariantCulture)); // NJsonSchema knows no larger ones
    }
}
