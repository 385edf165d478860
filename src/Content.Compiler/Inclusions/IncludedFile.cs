using Content.Compiler.Sources;

namespace Content.Compiler.Inclusions;

/// <summary>
/// A file that an article asked for besides its own, as it was then. The facts of the article hold for as long as all of these are what they were,
/// those included that did not exist.
/// </summary>
/// <param name="Path">Relative to the project folder, with <c>/</c>; of a folder whose names were looked through with one at the end.</param>
/// <param name="State">Of its bytes and its place; zero where it did not exist.</param>
internal readonly record struct IncludedFile(string Path, ContentHash State);
