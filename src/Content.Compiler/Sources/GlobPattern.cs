namespace Content.Compiler.Sources;

/// <summary>
/// A glob over <c>/</c>-separated paths, compared by ordinal case: <c>*</c> and <c>?</c> stay within a segment, <c>**</c> spans segments
/// (<c>**/</c> at the start of a segment stands for any number of folders, none included), <c>{a,b}</c> is a choice, and brackets around
/// one of these characters take its meaning away: <c>[{]</c> is a brace. The time is at most linear in pattern times path.
/// </summary>
public sealed class GlobPattern
{
    private readonly GlobProgram program;

    private GlobPattern(string text)
    {
        Text = text;
        program = new GlobProgram(text);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The folders before the first segment with a wildcard, without a slash at the end; empty where there are none.</summary>
    public string BaseFolder
    {
        get
        {
            var literal = program.Prefix;
            var end = literal.LastIndexOf('/');
            return end <= 0 ? "" : literal[..end];
        }
    }

    /// <summary>Compiles <paramref name="text"/>. Every text is a pattern: what is not a wildcard stands for itself.</summary>
    public static GlobPattern Parse(string text) => new(text);

    /// <summary>Whether the whole of <paramref name="path"/> matches.</summary>
    public bool IsMatch(string path) => program.IsMatch(path, guardsNames: false);

    /// <summary>Whether the whole of the path of a file matches, where a wildcard stands for none of the names that <see cref="HiddenNames"/> guards.</summary>
    internal bool IsMatchOfFile(string path) => program.IsMatch(path, guardsNames: true);
}
