namespace Content.Runtime;

/// <summary>A heading of a body.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Id">The id that a fragment names; empty where the heading has none.</param>
public readonly record struct Heading(int Level, string Text, string Id);
