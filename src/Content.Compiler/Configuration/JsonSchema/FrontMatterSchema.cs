using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Content.Compiler.Schema;
using static Content.Compiler.Configuration.JsonSchema.SchemaNode;

namespace Content.Compiler.Configuration.JsonSchema;

/// <summary>The JSON Schema of a collection's front matter and data files, by which editors complete and check them while they are written.</summary>
internal static class FrontMatterSchema
{
    /// <param name="collection">The collection.</param>
    /// <param name="addresses">Keys that a dialect knows besides.</param>
    public static JsonObject Create(CollectionDefinition collection, AddressRules addresses) =>
        Root($"Front matter of {collection.Name}", collection.Layout switch
        {
            EntryLayout.List => ListOf(Entry(collection, addresses)),
            EntryLayout.Map => MapOf(Entry(collection, addresses)),
            _ => Entry(collection, addresses),
        });

    /// <summary>One entry, with the key that names it among many.</summary>
    private static JsonObject Entry(CollectionDefinition collection, AddressRules addresses)
    {
        var entry = Fields(collection.Fields, collection.UnknownFields, isEntry: true);
        foreach (var known in addresses.Keys)
            ((JsonObject)entry["properties"]!).TryAdd(known, new JsonObject());
        if (collection is not { Layout: not EntryLayout.Single, EntryKey: { } key })
            return entry;
        var properties = (JsonObject)entry["properties"]!;
        var required = (entry["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => name != key).ToList();
        if (collection.Layout == EntryLayout.List)
        {
            required.Add(key);
            if (!properties.ContainsKey(key))
                properties[key] = AnyOf(OfType("string"), OfType("integer")).Described("What names the entry: its slug.");
        }

        entry.Remove("required");
        if (required.Count > 0)
            entry["required"] = SchemaNode.Array(required);
        return entry;
    }

    /// <summary>A list; or, as TOML has to write it, the only field of the file.</summary>
    private static JsonObject ListOf(JsonObject entry) => AnyOf(
        List(entry),
        new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["maxProperties"] = 1, ["additionalProperties"] = List(entry.DeepClone()) });

    private static JsonObject MapOf(JsonObject entry) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["$schema"] = OfType("string") },
        ["additionalProperties"] = OrNull(entry),
    };

    /// <summary>The fields of an entry, or of an object within one.</summary>
    public static JsonObject Fields(ImmutableArray<FieldDefinition> fields, UnknownFieldPolicy unknownFields, bool isEntry = false)
    {
        var properties = new JsonObject();
        if (isEntry)
            properties["$schema"] = OfType("string");
        foreach (var field in fields)
            properties[field.Key] = FieldSchema.Of(field, unknownFields);
        foreach (var special in isEntry ? SpecialKeys.Fields : [])
        {
            if (!properties.ContainsKey(special.Key))
                properties[special.Key] = SchemaOf(special, unknownFields).Described(Describe(special.Key));
        }

        return Mapping(properties, fields.Where(MustBeWritten).Select(field => field.Key), isOpen: unknownFields == UnknownFieldPolicy.Ignore);
    }

    /// <summary>A day may be written with a time.</summary>
    private static JsonObject SchemaOf(FieldDefinition special, UnknownFieldPolicy unknownFields) => special.Type is ScalarFieldType { Kind: ScalarKind.Date }
        ? AnyOf(FieldSchema.Of(special, unknownFields), FieldSchema.Of(special with { Type = new ScalarFieldType(ScalarKind.DateTime) }, unknownFields))
        : FieldSchema.Of(special, unknownFields);

    /// <summary>A value can also come out of the text, and a date from the name of the file.</summary>
    private static bool MustBeWritten(FieldDefinition field) =>
        field.IsRequired && field.From is null && field is not { Key: "date", IsList: false, Type: ScalarFieldType { Kind: ScalarKind.Date } };

    private static string Describe(string key) => key switch
    {
        "slug" => "The last segment of the slug, instead of the name of the file.",
        "url" => "The whole URL, instead of what the collection makes.",
        "aliases" => "Other URLs, which lead here.",
        "draft" => "Whether it stays out of a release.",
        "publishDate" => "The first day on which it is published.",
        _ => "The first day on which it is published no more.",
    };
}
