using System.Collections.Immutable;

namespace Content.Compiler.Inference;

/// <summary>A collection as content.json is going to declare it.</summary>
internal sealed record InferredCollection
{
    public required string Name { get; init; }

    public required string TypeName { get; init; }

    public required ImmutableArray<string> Files { get; init; }

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
