using Content.Runtime;

namespace Content.AspNetCore;

/// <summary>An address that nothing is at.</summary>
/// <param name="Path">As it was asked for, decoded.</param>
/// <param name="Nearest">The entries whose addresses are nearest to it, the nearest first; often none.</param>
public sealed record ContentNotFound(string Path, IReadOnlyList<IContentEntry> Nearest);
