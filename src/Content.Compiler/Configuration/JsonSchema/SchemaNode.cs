using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Content.Compiler.Configuration.JsonSchema;

/// <summary>Pieces of a JSON Schema, draft 7: the one that every editor knows.</summary>
internal static class SchemaNode
{
    private static readonly JsonSerializerOptions format = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>A schema of its own.</summary>
    public static JsonObject Root(string title, JsonObject schema)
    {
        var root = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema)
            root[key] = value?.DeepClone();
        return root;
    }

    public static JsonObject OfType(string type) => new() { ["type"] = type };

    /// <summary>Text that matches; the pattern is anchored where it says so.</summary>
    public static JsonObject Matching(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    public static JsonObject OneOf(IEnumerable<string> values) => new() { ["enum"] = Array(values) };

    public static JsonObject AnyOf(params JsonNode[] choices) => new() { ["anyOf"] = new JsonArray(choices) };

    public static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    /// <summary>An object of these properties; of others too where <paramref name="isOpen"/>.</summary>
    public static JsonObject Mapping(JsonObject properties, IEnumerable<string> required, bool isOpen = false)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.ToArray() is { Length: > 0 } keys)
            schema["required"] = Array(keys);
        if (!isOpen)
            schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>An object of any keys that match, with values of one kind.</summary>
    public static JsonObject Dictionary(JsonNode values, string keyPattern) => new()
    {
        ["type"] = "object",
        ["patternProperties"] = new JsonObject { [keyPattern] = values },
        ["additionalProperties"] = false,
    };

    public static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    public static JsonArray Array(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    /// <summary>Or null, which says the same as leaving it out.</summary>
    public static JsonObject OrNull(JsonObject schema) => AnyOf(schema, OfType("null"));

    /// <summary>With words for the reader.</summary>
    public static JsonObject Described(this JsonObject schema, string? description)
    {
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    /// <summary>UTF-8 without a byte order mark, indented, with a line end.</summary>
    public static byte[] ToBytes(this JsonObject schema) => Encoding.UTF8.GetBytes(schema.ToJsonString(format) + "\n");
}
