using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Refactoring;

/// <summary>An offer to make something right.</summary>
/// <param name="Title">As a menu shows it.</param>
/// <param name="Changes">What it writes.</param>
/// <param name="Solves">The diagnostics that are gone afterwards.</param>
internal sealed record Fix(string Title, ImmutableArray<TextChange> Changes, ImmutableArray<Diagnostic> Solves)
{
    /// <summary>Whether it is what most people want.</summary>
    public bool IsPreferred { get; init; }

    /// <summary>Whether it makes every mistake of a kind right, and not one.</summary>
    public bool IsOfAll { get; init; }
}
