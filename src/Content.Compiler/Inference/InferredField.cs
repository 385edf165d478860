using System.Collections.Immutable;

namespace Content.Compiler.Inference;

/// <summary>A field as content.json is going to declare it.</summary>
internal sealed record InferredField
{
    public required string Key { get; init; }

    /// <summary>The type of the value, or of an item, without <c>[]</c> and <c>?</c>; null where the values have none in common.</summary>
    public required string? Type { get; init; }

    public bool IsList { get; init; }

    /// <summary>Whether the type ends with <c>?</c>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The default as JSON, or null.</summary>
    public string? Default { get; init; }

    /// <summary>The values of an enum; empty where the type is not an enum.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>A .NET date format, or null.</summary>
    public string? Format { get; init; }

    /// <summary>The regular expression that finds the value in what is written, or null.</summary>
    public string? Match { get; init; }

    /// <summary>The selector that finds the value in the text of entries that lack the key, or null.</summary>
    public string? From { get; init; }

    /// <summary>The name of the property where the one derived from the key is taken, or null.</summary>
    public string? Name { get; init; }

    public bool IsUnique { get; init; }

    /// <summary>The fields of an object.</summary>
    public ImmutableArray<InferredField> Fields { get; init; } = [];

    /// <summary>The comment beside the field: how rare it is, or why it has no type. May be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether every entry fills it.</summary>
    public bool IsRequired => Type is not null && !IsOptional && Default is null;

    /// <summary>Whether this field, or one within it, has values without a common type.</summary>
    public bool HasUntyped => Type is null || Fields.Any(nested => nested.HasUntyped);
}
