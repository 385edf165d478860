using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Workspaces;

/// <summary>What making a snapshot took, and whose diagnostics differ from those of the snapshot before.</summary>
/// <param name="Files">The files whose diagnostics are others now, as diagnostics name them, sorted.</param>
/// <param name="Read">The articles that were read, by path below the content root.</param>
/// <param name="Linked">How many articles' links were resolved.</param>
public sealed record SnapshotChanges(ImmutableArray<string> Files, ImmutableArray<string> Read, int Linked)
{
    /// <summary>Compares two sorted lists of diagnostics file by file.</summary>
    internal static SnapshotChanges Between(ImmutableArray<Diagnostic> before, ImmutableArray<Diagnostic> after, ImmutableArray<string> read, int linked)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var left = before.AsSpan();
        var right = after.AsSpan();
        while (!left.IsEmpty || !right.IsEmpty)
        {
            var file = right.IsEmpty || (!left.IsEmpty && string.CompareOrdinal(left[0].File, right[0].File) <= 0) ? left[0].File : right[0].File;
            if (!TakeFile(ref left, file).SequenceEqual(TakeFile(ref right, file)))
                files.Add(file);
        }

        return new SnapshotChanges(files.DrainToImmutable(), read, linked);
    }

    private static ReadOnlySpan<Diagnostic> TakeFile(ref ReadOnlySpan<Diagnostic> diagnostics, string file)
    {
        var count = 0;
        while (count < diagnostics.Length && diagnostics[count].File == file)
            count++;
        var taken = diagnostics[..count];
        diagnostics = diagnostics[count..];
        return taken;
    }
}
