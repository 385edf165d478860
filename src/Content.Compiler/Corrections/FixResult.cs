using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Corrections;

/// <summary>What came of writing corrections.</summary>
/// <param name="Files">Every file that was corrected, or would be, by path.</param>
/// <param name="LeftAlone">Files that have corrections and were not touched, each with the reason, a clause.</param>
/// <param name="Diagnostics">What kept all or a file of it from being done.</param>
public sealed record FixResult(
    ImmutableArray<FixedFile> Files, ImmutableArray<(string File, string Reason)> LeftAlone, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>How many corrections there are.</summary>
    public int Count => Files.Sum(file => file.Corrections.Length);
}

/// <summary>One file and what changes in it.</summary>
/// <param name="File">Relative to the project folder, with <c>/</c>.</param>
/// <param name="Corrections">In the order of the text.</param>
public sealed record FixedFile(string File, ImmutableArray<AppliedCorrection> Corrections);

/// <summary>One correction as it is written.</summary>
/// <param name="Diagnostic">What it is for.</param>
/// <param name="Correction">What is written.</param>
/// <param name="Replaced">What stood there.</param>
public sealed record AppliedCorrection(Diagnostic Diagnostic, Correction Correction, string Replaced);
