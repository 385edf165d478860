using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration;

/// <summary>What came of reading content.json.</summary>
/// <param name="Configuration">The configuration; where there are errors, what could be made of the rest.</param>
/// <param name="Diagnostics">CONTENT0002 and CONTENT0003, in the order of the file.</param>
public sealed record ConfigurationReading(ContentConfiguration Configuration, ImmutableArray<Diagnostic> Diagnostics);
