using System.Collections.Immutable;
using Content.Compiler.Schema;
using Content.Runtime;

namespace Content.Compiler.Catalogs;

/// <summary>What the generated code and the blob agree on: the layout of records and the look-ups of each collection.</summary>
internal sealed class CatalogSchema
{
    public CatalogSchema(ContentConfiguration configuration)
    {
        Configuration = configuration;
        Collections = [.. configuration.Collections.Select(definition => new CollectionSchema(definition))];
    }

    public ContentConfiguration Configuration { get; }

    /// <summary>In the order of the configuration, which is how references count them.</summary>
    public ImmutableArray<CollectionSchema> Collections { get; }
}

/// <summary>One collection's share of the schema.</summary>
internal sealed class CollectionSchema(CollectionDefinition definition)
{
    public CollectionDefinition Definition { get; } = definition;

    public RecordLayout Layout { get; } = RecordLayout.Of(definition.Fields, CatalogFormat.Record.Size);

    public ImmutableArray<LookupSchema> Lookups { get; } = LookupSchema.Of(definition.Fields);
}
