using System.Collections.Immutable;
using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.Navigation;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>Declares in content.json what an article has and it does not: a field, a member of an enum.</summary>
internal static class Declarations
{
    private const int MostRead = 200;

    public static IEnumerable<Fix> For(ContentDocument document, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (document.Entry < 0 || diagnostics.All(diagnostic => diagnostic.Code is not ("CONTENT1003" or "CONTENT1005")))
            yield break;
        if (document.Site.Configuration.File is null || document.Site.Read(document.Site.ConfigurationFile) is not { } source
            || JsonMetadataReader.ReadWhole(source, JsonDialect.WithComments) is not { Root: MetadataMapping root, IsBroken: false })
        {
            yield break;
        }

        var collection = document.Site.Entries[document.Entry].Collection;
        if ((root.Find("collections")?.Value as MetadataMapping)?.Find(collection.Name)?.Value is not MetadataMapping declared)
            yield break;
        foreach (var diagnostic in diagnostics)
        {
            var offset = GoTo.SpanOf(document.Source.Lines, diagnostic.Range).Start;
            if (document.FindField(offset) is not { } place)
                continue;
            if (diagnostic.Code == DiagnosticCatalog.FieldUnknown.Code && place.IsKey && document.Block.Root?.Properties.Contains(place.Property) == true)
            {
                var type = TypeOf(document, place.Property, collection);
                if (AddField(source, declared, place.Property.Key, type) is { } change)
                    yield return new Fix($"Declare the field {Quoted.Text(place.Property.Key)} in content.json", [change], [.. SameKey(document, place.Property.Key, collection)]);
            }
            else if (diagnostic.Code == DiagnosticCatalog.EnumMemberUnknown.Code && place is { Value: { } value, Field: { Type: EnumFieldType { Enum: var definition } } field }
                && FindMembers(root, declared, field, definition) is { } members)
            {
                var item = JsonSerializer.Serialize(value.Text);
                var change = members.Items is [.., var last]
                    ? new TextChange(source.File, source.GetRange(new TextSpan(last.Span.End, 0)), ", " + item, ChangeReason.Configuration)
                    : new TextChange(source.File, source.GetRange(new TextSpan(members.Span.Start + 1, 0)), item, ChangeReason.Configuration);
                yield return new Fix($"Add {Quoted.Text(value.Text)} to {definition.TypeName} in content.json", [change], [diagnostic]);
            }
        }
    }

    private static MetadataSequence? FindMembers(MetadataMapping root, MetadataMapping collection, FieldDefinition field, EnumDefinition definition)
    {
        if ((root.Find("enums")?.Value as MetadataMapping)?.Find(definition.TypeName)?.Value is MetadataSequence shared)
            return shared;
        return (collection.Find("fields")?.Value as MetadataMapping)?.Find(field.Key)?.Value switch
        {
            MetadataSequence own => own,
            MetadataMapping options => options.Find("type")?.Value as MetadataSequence,
            _ => null,
        };
    }

    private static TextChange? AddField(SourceText source, MetadataMapping collection, string key, string type)
    {
        var property = $"{JsonSerializer.Serialize(key)}: {type}";
        if (collection.Find("fields") is { } fields)
            return fields.Value is MetadataMapping mapping ? AddProperty(source, mapping, property) : null;
        return AddProperty(source, collection, $"\"fields\": {{ {property} }}");
    }

    private static TextChange AddProperty(SourceText source, MetadataMapping mapping, string property)
    {
        if (mapping.Properties.IsEmpty)
            return new TextChange(source.File, source.GetRange(new TextSpan(mapping.Span.Start + 1, 0)), $" {property} ", ChangeReason.Configuration);
        var last = mapping.Properties[^1];
        var line = source.Text.LastIndexOf('\n', Math.Max(0, last.KeySpan.Start - 1)) + 1;
        var indent = source.Text[line..last.KeySpan.Start];
        var separator = indent.Trim().Length == 0 && line > 0 ? FrontMatterEdit.NewLine(source) + indent : " ";
        return new TextChange(source.File, source.GetRange(new TextSpan(last.Value.Span.End, 0)), $",{separator}{property}", ChangeReason.Configuration);
    }

    private static IEnumerable<Diagnostic> SameKey(ContentDocument document, string key, CollectionDefinition collection)
    {
        foreach (var diagnostic in document.Site.Snapshot.Diagnostics)
        {
            if (diagnostic.Code == DiagnosticCatalog.FieldUnknown.Code && diagnostic.Message.StartsWith($"Unknown field {Quoted.Text(key)}.", StringComparison.Ordinal)
                && document.Site.FindEntry(diagnostic.File) is var entry and >= 0 && document.Site.Entries[entry].Collection.Name == collection.Name)
            {
                yield return diagnostic;
            }
        }
    }

    /// <summary>A type that the values of all articles that have the key allow.</summary>
    private static string TypeOf(ContentDocument document, MetadataProperty property, CollectionDefinition collection)
    {
        var names = new HashSet<string> { NameOf(property.Value) };
        foreach (var diagnostic in SameKey(document, property.Key, collection).Take(MostRead))
        {
            if (diagnostic.File != document.File && ContentDocument.Open(document.Site, diagnostic.File)?.Block.Root?.Find(property.Key) is { } other)
                names.Add(NameOf(other.Value));
        }

        names.Remove("");
        if (names.SetEquals(["int", "number"]))
            names = ["number"];
        var isList = names.Any(name => name.EndsWith("[]", StringComparison.Ordinal));
        var name = names.Count == 1 ? names.First() : isList ? "string[]" : "string";
        return name.StartsWith('{') ? name : JsonSerializer.Serialize(name + "?");
    }

    private static string NameOf(MetadataNode value) => value switch
    {
        MetadataScalar { Kind: MetadataKind.Boolean } => "bool",
        MetadataScalar { Kind: MetadataKind.Integer, Text.Length: < 10 } => "int",
        MetadataScalar { Kind: MetadataKind.Integer or MetadataKind.Float } => "number",
        MetadataScalar { Kind: MetadataKind.Null } => "",
        MetadataScalar scalar => DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) ? "date" : "string",
        MetadataSequence sequence => sequence.Items.Select(NameOf).Distinct().ToList() is [var only] && only is "int" or "number" or "bool" or "date" ? only + "[]" : "string[]",
        MetadataMapping mapping => "{ \"type\": \"object?\", \"fields\": { " + string.Join(", ", mapping.Properties.Select(inner =>
            $"{JsonSerializer.Serialize(inner.Key)}: {(NameOf(inner.Value) is var name && name.StartsWith('{') ? name : JsonSerializer.Serialize((name.Length == 0 ? "string" : name) + "?"))}")) + " } }",
        _ => "string",
    };
}
