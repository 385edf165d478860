using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads all collections, and what they have to do with one another.</summary>
internal static class CollectionsReader
{
    public static ImmutableArray<CollectionDefinition> Read(
        ConfigurationInput input, MetadataNode node, GeneratedTypes names, TypeTable types, ImmutableArray<EnumDefinition>.Builder enums)
    {
        if (input.Mapping(node, "'collections'") is not { } mapping)
            return DefaultConfiguration.Instance.Collections;
        var readers = new List<CollectionReader>(mapping.Properties.Length);
        foreach (var property in mapping.Properties)
        {
            if (input.Mapping(property.Value, $"Collection {Quoted.Text(property.Key)}") is not { } collection)
                continue;
            var reader = new CollectionReader(input, property, collection, names);
            types.Add(reader.TypeName, new ReferenceFieldType(readers.Count, reader.TypeName));
            readers.Add(reader);
        }

        CheckPropertyNames(input, readers);
        var fieldReader = new FieldReader(input, types, names, enums);
        ImmutableArray<CollectionDefinition> definitions = [.. readers.Select(reader => reader.Read(fieldReader))];
        for (var index = 0; index < definitions.Length; index++)
            CheckWaysBack(input, readers, index, definitions[index].Fields);
        return definitions;
    }

    private static void CheckPropertyNames(ConfigurationInput input, List<CollectionReader> readers)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reader in readers)
        {
            var (key, span, name) = (Quoted.Text(reader.Declaration.Key), reader.Declaration.KeySpan, reader.PropertyName);
            if (name.Length == 0)
                input.Report(span, $"The name {key} has nothing that a C# name can be made of. Give the collection another name.");
            else if (ReservedNames.CatalogMembers.Contains(name) || ReservedNames.ObjectMembers.Contains(name))
                input.Report(span, $"Collection {key} makes the property '{name}', which the catalog has already. Give the collection another name.");
            else if (!taken.TryAdd(name, reader.Declaration.Key))
                input.Report(span, $"Collections {Quoted.Text(taken[name])} and {key} both make the property '{name}'. Give one of them another name.");
        }
    }

    /// <summary>An entry that others refer to gets a property that leads back to them; a field cannot have its name.</summary>
    private static void CheckWaysBack(ConfigurationInput input, List<CollectionReader> readers, int referring, ImmutableArray<FieldDefinition> fields)
    {
        foreach (var field in fields)
        {
            if (field.Type is ObjectFieldType nested)
                CheckWaysBack(input, readers, referring, nested.Fields);
            if (field.Type is not ReferenceFieldType reference)
                continue;
            var (from, to) = (readers[referring], readers[reference.CollectionIndex]);
            var name = from.PropertyName;
            if (to.Members.Find(name) is { } span)
            {
                input.Report(
                    span,
                    $"'{name}' is also the way back from {Quoted.Text(to.TypeName)} to the {Quoted.Text(from.Declaration.Key)} that refer to it. Give the field another: \"name\": \"Own{name}\".");
            }
            else if (ReservedNames.EntryMembers.Contains(name) || name == to.TypeName)
            {
                input.Report(
                    from.Declaration.KeySpan,
                    $"Collection {Quoted.Text(from.Declaration.Key)} refers to {Quoted.Text(to.TypeName)}, which would get '{name}' as the way back, but has that already. Give the collection another name.");
            }
        }
    }
}
