using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Entries;

/// <summary>What came of reading an article's metadata.</summary>
/// <param name="Metadata">The typed fields.</param>
/// <param name="Diagnostics">What is wrong with them, in the order found; the front matter's own syntax is told by its block.</param>
public sealed record MetadataReading(EntryMetadata Metadata, ImmutableArray<Diagnostic> Diagnostics);
