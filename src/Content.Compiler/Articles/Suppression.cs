using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>A suppression comment.</summary>
/// <param name="Code">The code it silences.</param>
/// <param name="Line">The line it silences, 1-based: the one after the comment's last. 0 for the whole file.</param>
/// <param name="Range">The comment, for CONTENT2020.</param>
/// <param name="Reason">What stands behind the codes; empty where nothing does.</param>
public sealed record Suppression(string Code, int Line, TextRange Range, string Reason = "");
