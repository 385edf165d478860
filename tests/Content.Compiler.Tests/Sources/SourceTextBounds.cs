using Content.Compiler.Text;

namespace Content.Compiler.Tests.Sources;

/// <summary>The lines of a text and their lengths, counted apart from the compiler.</summary>
internal sealed class SourceTextBounds(string text)
{
    private readonly string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');

    /// <summary>Whether the range begins and ends in the text, and in this order.</summary>
    public bool Holds(TextRange range) =>
        Holds(range.StartLine, range.StartColumn) && Holds(range.EndLine, range.EndColumn)
        && (range.StartLine, range.StartColumn).CompareTo((range.EndLine, range.EndColumn)) <= 0;

    private bool Holds(int line, int column) => line >= 1 && line <= lines.Length && column >= 1 && column <= lines[line - 1].Length + 2;
}
