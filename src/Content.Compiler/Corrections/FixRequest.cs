using Content.Compiler.Diagnostics;

namespace Content.Compiler.Corrections;

/// <summary>Which corrections are to be written.</summary>
public sealed record FixRequest
{
    /// <summary>The project, as a build compiles it: what is corrected is what that build reports.</summary>
    public required CompilationRequest Compilation { get; init; }

    /// <summary>The diagnostics whose corrections are wanted, of those that have a certain one.</summary>
    public Predicate<Diagnostic> IsWanted { get; init; } = static _ => true;

    /// <summary>Whether files are written. Otherwise the result is what would be.</summary>
    public bool Writes { get; init; } = true;
}
