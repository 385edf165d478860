using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>
/// The names of all generated types. What the configuration names keeps its name; what is made up around it gives way, in one order always.
/// </summary>
internal sealed class CatalogNames
{
    /// <summary>Namespaces that generated code writes out; in the global namespace no type may be called like them.</summary>
    private static readonly string[] topNamespaces = ["Content", "Microsoft", "System", "Windows"];

    private readonly Dictionary<string, string> enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> enumValues = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectFieldType, string> objects = new(ReferenceEqualityComparer.Instance);
    private readonly string prefix;

    public CatalogNames(CatalogSchema schema, CatalogOptions options)
    {
        Namespace = CSharpIdentifier.LegalizeNamespace(options.Namespace);
        prefix = Namespace.Length == 0 ? "global::" : $"global::{Namespace}.";
        var types = new NameScope(Namespace.Length == 0 ? topNamespaces : []);
        var entries = schema.Collections.Select(collection => types.Take(collection.Definition.TypeName)).ToArray();
        EnumDefinitions = FindEnums(schema);
        foreach (var definition in EnumDefinitions)
            enums.Add(definition.TypeName, types.Take(definition.TypeName));
        foreach (var collection in schema.Collections)
            NameObjects(collection.Definition.Fields, types);
        Catalog = types.Take(options.CatalogName, "Content" + options.CatalogName);
        var properties = new NameScope([Catalog, .. NameScope.OfObject]);
        Find = properties.Take("Find", "FindEntry");
        Collections =
        [
            .. schema.Collections.Select((collection, index) => new CollectionNames(
                entries[index],
                types.Take(entries[index] + "Collection", collection.Definition.PropertyName + "Collection"),
                collection.Definition.Symbols == SymbolStyle.Ids ? types.Take(entries[index] + "Id") : null,
                properties.Take(collection.Definition.PropertyName))),
        ];
        foreach (var definition in EnumDefinitions)
            enumValues.Add(definition.TypeName, types.Take(Of(definition) + "Values"));
        All = properties.TakeIfFree("All");
        Changed = properties.TakeIfFree("Changed");
        Search = schema.Collections.Any(collection => collection.Definition.IsSearched) ? properties.Take("Search", "SearchEntries") : null;
        Samples = properties.TakeIfFree("Samples");
        Data = properties.Take("_data");
        Shape = properties.Take("_shape");
    }

    /// <summary>Empty for the global one.</summary>
    public string Namespace { get; }

    /// <summary>The static class.</summary>
    public string Catalog { get; }

    /// <summary>Its method that finds an entry by URL.</summary>
    public string Find { get; }

    /// <summary>Its list of all entries; null where a collection has the name.</summary>
    public string? All { get; }

    /// <summary>Its event; null where a collection has the name.</summary>
    public string? Changed { get; }

    /// <summary>Its method that searches; null where no collection is searched.</summary>
    public string? Search { get; }

    /// <summary>Its list of samples; null where a collection has the name.</summary>
    public string? Samples { get; }

    /// <summary>What it reads.</summary>
    public string Data { get; }

    /// <summary>What ties it to its data.</summary>
    public string Shape { get; }

    /// <summary>By collection of the configuration.</summary>
    public ImmutableArray<CollectionNames> Collections { get; }

    /// <summary>Each once, those of the fields too.</summary>
    public ImmutableArray<EnumDefinition> EnumDefinitions { get; }

    public string Of(EnumDefinition definition) => enums[definition.TypeName];

    public string Of(ObjectFieldType type) => objects[type];

    public string OfValues(EnumDefinition definition) => enumValues[definition.TypeName];

    /// <summary>A generated type as code names it wherever it stands.</summary>
    public string Qualify(string type) => prefix + CSharpIdentifier.Mark(type);

    private static ImmutableArray<EnumDefinition> FindEnums(CatalogSchema schema)
    {
        var found = ImmutableArray.CreateBuilder<EnumDefinition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in schema.Configuration.Enums)
            Add(definition);
        foreach (var collection in schema.Collections)
            Visit(collection.Definition.Fields);
        return found.ToImmutable();

        void Visit(ImmutableArray<FieldDefinition> fields)
        {
            foreach (var field in fields)
            {
                if (field.Type is EnumFieldType type)
                    Add(type.Enum);
                else if (field.Type is ObjectFieldType nested)
                    Visit(nested.Fields);
            }
        }

        void Add(EnumDefinition definition)
        {
            if (seen.Add(definition.TypeName))
                found.Add(definition);
        }
    }

    private void NameObjects(ImmutableArray<FieldDefinition> fields, NameScope types)
    {
        foreach (var field in fields)
        {
            if (field.Type is not ObjectFieldType type)
                continue;
            objects.TryAdd(type, types.Take(type.TypeName));
            NameObjects(type.Fields, types);
        }
    }
}

/// <summary>What a collection's types are called.</summary>
/// <param name="Entry">The class of an entry.</param>
/// <param name="Collection">The class of the collection.</param>
/// <param name="Ids">The enum of its symbols; null where it has none.</param>
/// <param name="Property">Its property of the catalog.</param>
internal sealed record CollectionNames(string Entry, string Collection, string? Ids, string Property);
