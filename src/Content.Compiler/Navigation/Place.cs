using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>A stretch of a file to go to.</summary>
/// <param name="File">Relative to the project folder.</param>
/// <param name="Range">The stretch.</param>
internal readonly record struct Place(string File, TextRange Range);
