using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Inference;

/// <summary>What came of the inference of a content.json.</summary>
/// <param name="Text">What was written; null where nothing was.</param>
/// <param name="Diagnostics">Why nothing was written.</param>
public sealed record InferenceResult(string? Text, ImmutableArray<Diagnostic> Diagnostics);
