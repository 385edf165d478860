namespace Content.Compiler.Text;

/// <summary>
/// A stretch of a file as editors and compilers count: 1-based lines, 1-based columns in UTF-16 units, end exclusive.
/// </summary>
public readonly record struct TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn) : IComparable<TextRange>
{
    /// <summary>The empty range at the very start of a file.</summary>
    public static TextRange FileStart { get; } = new(1, 1, 1, 1);

    /// <summary>No place at all: of values that no article holds, such as defaults.</summary>
    public static TextRange Nowhere => default;

    /// <summary>
    /// The file that the range is in, where that is not the one that is being read: an article takes in text of others. Null otherwise.
    /// A diagnostic at such a range is told of that file.
    /// </summary>
    public string? File { get; init; }

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextRange other) =>
        (StartLine, StartColumn, EndLine, EndColumn).CompareTo((other.StartLine, other.StartColumn, other.EndLine, other.EndColumn));

    public static bool operator <(TextRange left, TextRange right) => left.CompareTo(right) < 0;

    public static bool operator >(TextRange left, TextRange right) => left.CompareTo(right) > 0;

    public static bool operator <=(TextRange left, TextRange right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TextRange left, TextRange right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"({StartLine},{StartColumn},{EndLine},{EndColumn})";
}
