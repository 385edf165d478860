namespace Content.Compiler.Sources;

/// <summary>
/// A glob over <c>/</c>-separated paths, compared by ordinal case: <c>*</c> and <c>?</c> stay within a segment, <c>**</c> spans segments,
/// <c>{a,b}</c> is a choice. Runs in time linear in pattern times path: patterns are compiled to a non-backtracking expression.
/// </summary>
public sealed class GlobPattern
{
    private readonly System.Text.RegularExpressions.Regex expression;

    private GlobPattern(string text, string expression)
    {
        Text = text;
        this.expression = new(
            expression,
            System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.CultureInvariant);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Compiles <paramref name="text"/>. Every text is a pattern: what is no wildcard stands for itself.</summary>
    public static GlobPattern Parse(string text) => new(text, GlobSyntax.ToExpression(text));

    /// <summary>Whether the whole of <paramref name="path"/> matches.</summary>
    public bool IsMatch(string path) => expression.IsMatch(path);
}
