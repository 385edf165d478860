using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Content.Compiler.Configuration.JsonSchema;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Navigation;

/// <summary>Completion and explanations in content.json, by the schema that describes it.</summary>
internal static class ConfigurationAssistance
{
    private static readonly Lazy<JsonObject> schema = new(ConfigurationSchema.Create);

    /// <summary>What is offered at an offset.</summary>
    public static Offers Complete(ContentDocument document, int offset)
    {
        if (JsonCursor.Find(document.Text, 0, offset) is not { } cursor)
            return Offers.None;
        var nodes = NodesAt(cursor.Path);
        var offers = new Dictionary<string, Offer>(StringComparer.Ordinal);
        if (cursor.IsKey)
        {
            foreach (var (key, description) in nodes.SelectMany(Properties))
            {
                if (!cursor.Siblings.Contains(key))
                    offers.TryAdd(key, new Offer(key, OfferKind.Key, cursor.Token, $"\"{key}\"{(cursor.HasSeparator ? "" : ": ")}") { Documentation = description });
            }

            return new Offers([.. offers.Values]);
        }

        foreach (var value in nodes.SelectMany(Values))
            offers.TryAdd(value, new Offer(value, OfferKind.Value, cursor.Token, $"\"{value}\""));
        if (nodes.Any(node => (string?)node["type"] == "boolean"))
        {
            foreach (var value in (string[])["true", "false"])
                offers.TryAdd(value, new Offer(value, OfferKind.Member, cursor.Token, value));
        }

        if (IsType(cursor.Path))
        {
            foreach (var name in TypeNames(document))
                offers.TryAdd(name, new Offer(name, OfferKind.Entry, cursor.Token, $"\"{name}\""));
        }

        return new Offers([.. offers.Values]);
    }

    /// <summary>What the key at an offset is for.</summary>
    public static Explanation? Explain(ContentDocument document, int offset)
    {
        if (document.Block.Root is not { } root || FindKey(root, [], offset) is not { } found)
            return null;
        var description = NodesAt(found.Path).Select(node => (string?)node["description"]).FirstOrDefault(text => text is not null);
        return description is null ? null : new Explanation(found.Property.KeySpan, $"**{found.Property.Key}**\n\n{description}");
    }

    private static (MetadataProperty Property, ImmutableArray<string> Path)? FindKey(MetadataMapping mapping, ImmutableArray<string> path, int offset)
    {
        foreach (var property in mapping.Properties)
        {
            var here = path.Add(property.Key);
            if (property.KeySpan.Start <= offset && offset <= property.KeySpan.End)
                return (property, here);
            if (property.Value is MetadataScalar scalar && scalar.Span.Start <= offset && offset <= scalar.Span.End)
                return (property, here);
            if (property.Value is MetadataMapping inner && inner.Span.Start <= offset && offset <= inner.Span.End)
                return FindKey(inner, here, offset);
        }

        return null;
    }

    private static bool IsType(ImmutableArray<string> path) =>
        path is [.., "fields", _] or [.., "fields", _, "type"];

    /// <summary>What the file itself declares.</summary>
    private static IEnumerable<string> TypeNames(ContentDocument document)
    {
        var root = document.Block.Root;
        foreach (var declared in (root?.Find("enums")?.Value as MetadataMapping)?.Properties ?? [])
            yield return declared.Key;
        foreach (var collection in (root?.Find("collections")?.Value as MetadataMapping)?.Properties ?? [])
        {
            if ((collection.Value as MetadataMapping)?.Find("type")?.Value is MetadataScalar type)
                yield return type.Text;
        }
    }

    private static List<JsonObject> NodesAt(ImmutableArray<string> path)
    {
        List<JsonObject> nodes = [.. Alternatives(schema.Value)];
        foreach (var step in path)
        {
            nodes = [.. nodes.SelectMany(node => Below(node, step)).SelectMany(Alternatives)];
        }

        return nodes;
    }

    private static IEnumerable<JsonObject> Below(JsonObject node, string step)
    {
        if (step == JsonCursor.Item)
        {
            if (node["items"] is JsonObject items)
                yield return items;
        }
        else if ((node["properties"] as JsonObject)?[step] is JsonObject property)
        {
            yield return property;
        }
        else if (node["patternProperties"] is JsonObject patterns)
        {
            foreach (var (_, value) in patterns)
            {
                if (value is JsonObject other)
                    yield return other;
            }
        }
    }

    /// <summary>A node with all that it refers to and chooses from.</summary>
    private static IEnumerable<JsonObject> Alternatives(JsonObject node)
    {
        yield return node;
        if ((string?)node["$ref"] is { } reference && schema.Value["definitions"]?[reference[(reference.LastIndexOf('/') + 1)..]] is JsonObject definition)
        {
            foreach (var one in Alternatives(definition))
                yield return one;
        }

        foreach (var choice in node["anyOf"] as JsonArray ?? [])
        {
            if (choice is not JsonObject chosen)
                continue;
            foreach (var one in Alternatives(chosen))
                yield return one;
        }
    }

    private static IEnumerable<(string Key, string? Description)> Properties(JsonObject node)
    {
        foreach (var (key, value) in node["properties"] as JsonObject ?? [])
            yield return (key, (string?)value?["description"]);
    }

    private static IEnumerable<string> Values(JsonObject node) =>
        node["enum"] is JsonArray values ? values.OfType<JsonValue>().Select(value => value.ToString()) : [];
}
