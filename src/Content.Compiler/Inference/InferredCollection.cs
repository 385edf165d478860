using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>A collection as content.json is going to declare it.</summary>
internal sealed record InferredCollection
{
    public required string Name { get; init; }

    public required string TypeName { get; init; }

    public required ImmutableArray<string> Files { get; init; }

    /// <summary>How the entries lie in the files.</summary>
    public EntryLayout Layout { get; init; }

    /// <summary>The field that names an entry of a list; null where there is none.</summary>
    public string? EntryKey { get; init; }

    /// <summary>What is wrong in the files, for a person to correct.</summary>
    public ImmutableArray<string> Mistakes { get; init; } = [];

    /// <summary>Null where the default will do.</summary>
    public string? Url { get; init; }

    public string? Order { get; init; }

    /// <summary><c>ids</c> or <c>none</c>; null for properties.</summary>
    public string? Symbols { get; init; }

    /// <summary>Why.</summary>
    public string SymbolsNote { get; init; } = "";

    public required ImmutableArray<InferredField> Fields { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Count { get; init; }
}
