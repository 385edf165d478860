namespace Content.Compiler.Inference;

/// <summary>What a first content.json is to be made of.</summary>
public sealed record InferenceRequest
{
    /// <summary>The project folder, absolute.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The file to write, absolute; it must not exist.</summary>
    public required string ConfigurationFile { get; init; }

    /// <summary>The content folder, relative to the project folder or absolute; null for the default.</summary>
    public string? Root { get; init; }
}
