using System.Collections.Immutable;

namespace Content.Compiler.Inference;

/// <summary>Files that make a collection, with its names.</summary>
/// <param name="Group">The files.</param>
/// <param name="Name">The key in content.json.</param>
/// <param name="TypeName">The C# type of an entry.</param>
/// <param name="Files">The globs.</param>
internal sealed record NamedGroup(FileGroup Group, string Name, string TypeName, ImmutableArray<string> Files);
