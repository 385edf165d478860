using System.Text.Json.Nodes;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Yaml;
using Content.Compiler.Schema;
using static Content.Compiler.Configuration.JsonSchema.SchemaNode;

namespace Content.Compiler.Configuration.JsonSchema;

/// <summary>The schema of one field: never stricter than the compiler, so that an editor raises no false alarm.</summary>
internal static class FieldSchema
{
    public static JsonObject Of(FieldDefinition field, UnknownFieldPolicy unknownFields)
    {
        var one = One(field, unknownFields);
        var schema = field.IsList ? ListOf(field, one) : one;
        if (!field.IsRequired)
            schema = OrNull(schema);
        if (field.Default is { } value && DefaultOf(field.Type, value) is { } shown)
            schema["default"] = shown;
        return schema.Described(field.Description);
    }

    /// <summary>A single value stands for a list of one, where one is enough.</summary>
    private static JsonObject ListOf(FieldDefinition field, JsonObject item)
    {
        var list = List(item);
        if (field.MinLength is { } least)
            list["minItems"] = least;
        if (field.MaxLength is { } most)
            list["maxItems"] = most;
        return field.MinLength > 1 || field.MaxLength < 1 ? list : AnyOf(list, item.DeepClone());
    }

    private static JsonObject One(FieldDefinition field, UnknownFieldPolicy unknownFields) => field switch
    {
        { Type: ObjectFieldType nested } => FrontMatterSchema.Fields(nested.Fields, unknownFields),
        // What is taken out of a value by an expression can be anything.
        { Match: not null } => new JsonObject { ["type"] = Array(["string", "number", "boolean"]) },
        { Type: EnumFieldType { Enum: var definition } } => new JsonObject { ["enum"] = Members(definition) },
        { Type: ReferenceFieldType reference } =>
            new JsonObject { ["type"] = Array(["string", "integer"]), ["title"] = $"The slug or the relative path of {FieldExpectation.WithArticle(reference.TypeName)}" },
        { Type: ScalarFieldType { Kind: var kind } } => Scalar(field, kind),
        _ => [],
    };

    private static JsonObject Scalar(FieldDefinition field, ScalarKind kind) => kind switch
    {
        ScalarKind.Int => Bounded(field, OfType("integer")),
        ScalarKind.Number or ScalarKind.Decimal => Bounded(field, OfType("number")),
        ScalarKind.Bool => OfType("boolean"),
        ScalarKind.Date when field.Format is null => Formatted("date"),
        ScalarKind.DateTime when field.Format is null => Matching(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*([Zz]|[+-]\d\d(:?\d\d)?)$"),
        ScalarKind.Uri => Measured(field, Matching("^[A-Za-z][A-Za-z0-9+.-]+:")),
        ScalarKind.Email => Measured(field, Matching(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")),
        ScalarKind.String => Measured(field, OfType("string")),
        _ => OfType("string"),
    };

    private static JsonObject Formatted(string format) => new() { ["type"] = "string", ["format"] = format };

    private static JsonObject Bounded(FieldDefinition field, JsonObject number)
    {
        if (field.Min is { } min)
            number["minimum"] = min;
        if (field.Max is { } max)
            number["maximum"] = max;
        return number;
    }

    /// <summary>
    /// Editors count code points, and the compiler UTF-16 units: of the two bounds only the lower can then be wrong, and is left out.
    /// A pattern is one of .NET, which an editor may not read; where it may, it stands.
    /// </summary>
    private static JsonObject Measured(FieldDefinition field, JsonObject text)
    {
        if (!field.IsList && field.MaxLength is { } most)
            text["maxLength"] = most;
        if (!field.IsList && field.MinLength is 1)
            text["minLength"] = 1;
        if (field.Pattern?.ToString() is { } pattern && !text.ContainsKey("pattern") && IsPlain(pattern))
            text["pattern"] = pattern;
        return text;
    }

    /// <summary>Whether .NET and ECMAScript read the pattern alike: no groups with a question mark, no classes of Unicode, no anchors of .NET's own.</summary>
    private static bool IsPlain(string pattern)
    {
        for (var index = 0; index < pattern.Length; index++)
        {
            var next = index + 1 < pattern.Length ? pattern[index + 1] : '\0';
            if (pattern[index] > '~' || (pattern[index] == '(' && next == '?') || (pattern[index] == '[' && next is '[' or ']'))
                return false;
            if (pattern[index] != '\\')
                continue;
            // \d, \w and \s know more characters in .NET, so that they are left out too.
            if (char.IsAsciiLetterOrDigit(next))
                return false;
            index++;
        }

        return !pattern.Contains("-[", StringComparison.Ordinal);
    }

    /// <summary>YAML reads 9 and true as what they look like; as members they are text all the same.</summary>
    private static JsonArray Members(EnumDefinition definition)
    {
        var members = new JsonArray();
        foreach (var member in definition.Members)
        {
            members.Add(member.Value);
            if (YamlSchema.KindOf(member.Value) is MetadataKind.Integer && long.TryParse(member.Value, out var number) && number.ToString(System.Globalization.CultureInfo.InvariantCulture) == member.Value)
                members.Add(number);
            else if (member.Value is "true" or "false")
                members.Add(member.Value == "true");
        }

        return members;
    }

    private static JsonNode? DefaultOf(FieldType type, FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue number => number.Value,
        NumberValue number => number.Value,
        DecimalValue number => number.Value,
        BooleanValue boolean => boolean.Value,
        DateValue date => date.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeValue moment => moment.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        EnumValue member => ((EnumFieldType)type).Enum.Members[member.Member].Value,
        ReferenceValue reference => reference.Written,
        FileValue file => file.Written,
        ListValue list => new JsonArray([.. list.Items.Select(item => DefaultOf(type, item))]),
        _ => null,
    };
}
