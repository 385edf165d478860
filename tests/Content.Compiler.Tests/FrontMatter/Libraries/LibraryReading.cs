using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Content.Compiler.FrontMatter;
using SharpYaml.Model;
using Tomlyn.Model;

namespace Content.Compiler.Tests.FrontMatter.Libraries;

/// <summary>What System.Text.Json, SharpYaml and Tomlyn themselves read, and what we read, as one line of text each.</summary>
internal static class LibraryReading
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Mapping(value.EnumerateObject().Select(property => (property.Name, Of(property.Value)))),
        JsonValueKind.Array => List(value.EnumerateArray().Select(Of)),
        JsonValueKind.String => Text(value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>YAML's own model has no types: of a scalar the text is compared.</summary>
    public static string Of(YamlElement? element) => element switch
    {
        YamlMapping mapping => Mapping(mapping.Select(pair => (((YamlValue)pair.Key).Value, Of(pair.Value)))),
        YamlSequence sequence => List(sequence.Select(Of)),
        YamlValue value => Text(value.Value),
        _ => "nothing",
    };

    public static string Of(object? value) => value switch
    {
        TomlTable table => Mapping(table.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, Of(pair.Value)))),
        TomlTableArray tables => List(tables.Select(table => Of((object)table))),
        TomlArray array => List(array.Select(Of)),
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => "date",
    };

    /// <summary>Ours, as the JSON library writes it.</summary>
    public static string OfJson(MetadataNode? node) => Of(node, scalar => scalar.Kind == MetadataKind.String ? Text(scalar.Text) : scalar.Text, isSorted: false);

    /// <summary>Ours, untyped as YAML's model is.</summary>
    public static string OfYaml(MetadataNode? node) => Of(node, scalar => Text(scalar.Text), isSorted: false);

    /// <summary>Ours, sorted by key as tables have no order.</summary>
    public static string OfToml(MetadataNode? node) => Of(
        node,
        scalar => scalar.Kind switch
        {
            MetadataKind.String => Text(scalar.Text),
            MetadataKind.Integer => Integer(scalar.Text),
            MetadataKind.Float => Float(scalar.Text),
            MetadataKind.DateTime => "date",
            _ => scalar.Text,
        },
        isSorted: true);

    private static string Of(MetadataNode? node, Func<MetadataScalar, string> show, bool isSorted) => node switch
    {
        MetadataMapping mapping => Mapping(
            (isSorted ? mapping.Properties.OrderBy(property => property.Key, StringComparer.Ordinal) : mapping.Properties.AsEnumerable())
                .Select(property => (property.Key, Of(property.Value, show, isSorted)))),
        MetadataSequence sequence => List(sequence.Items.Select(item => Of(item, show, isSorted))),
        MetadataScalar scalar => show(scalar),
        _ => "nothing",
    };

    private static string Mapping(IEnumerable<(string Key, string Value)> pairs) => "{" + string.Join(", ", pairs.Select(pair => Text(pair.Key) + ": " + pair.Value)) + "}";

    private static string List(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    private static string Text(string text) => JsonSerializer.Serialize(text);

    private static string Integer(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        var radix = digits.Length > 2 && digits[0] == '0' ? digits[1] : '0';
        return radix switch
        {
            'x' => BigInteger.Parse("0" + digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            'o' => Convert.ToInt64(digits[2..], 8).ToString(CultureInfo.InvariantCulture),
            'b' => Convert.ToInt64(digits[2..], 2).ToString(CultureInfo.InvariantCulture),
            _ => BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Float(string text)
    {
        var digits = text.Replace("_", "", StringComparison.Ordinal).TrimStart('+');
        var value = digits switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" or "-nan" => double.NaN,
            _ => double.Parse(digits, CultureInfo.InvariantCulture),
        };
        return value.ToString("R", CultureInfo.InvariantCulture);
    }
}
