namespace Content.Compiler.Text;

/// <summary>A half-open stretch of a text, in UTF-16 units from its start.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first offset after the span.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The same span, counted from a text that starts <paramref name="offset"/> units earlier.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);
}
