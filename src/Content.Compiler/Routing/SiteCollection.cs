using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>A collection with its entries.</summary>
/// <param name="Definition">As declared.</param>
/// <param name="Entries">Those that enter the catalog, in the declared order.</param>
public sealed record SiteCollection(CollectionDefinition Definition, ImmutableArray<Entry> Entries);
