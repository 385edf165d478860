using Content.Compiler.Text;

namespace Content.Compiler.Inclusions;

/// <summary>A place at which a file is named that is taken in.</summary>
/// <param name="File">The file that names it, relative to the project folder.</param>
/// <param name="Range">Where in that.</param>
/// <param name="Written">How it is named there.</param>
/// <param name="Path">The file that is meant, relative to the project folder.</param>
/// <param name="Folders">What such a path may count from, relative to the project folder, in this order.</param>
/// <param name="IsName">Whether it is the name of an article, wherever that lies.</param>
internal sealed record TakenIn(string File, TextRange Range, string Written, string Path, IReadOnlyList<string> Folders, bool IsName);
