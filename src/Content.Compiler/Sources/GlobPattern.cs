using System.Collections.Immutable;

namespace Content.Compiler.Sources;

/// <summary>
/// A glob over <c>/</c>-separated paths, compared by ordinal case: <c>*</c> and <c>?</c> stay within a segment, <c>**</c> spans segments
/// (<c>**/</c> at the start of a segment stands for any number of folders, none included), <c>{a,b}</c> is a choice.
/// Nearly every pattern is decided by two comparisons; the worst takes time linear in pattern times path.
/// </summary>
public sealed class GlobPattern
{
    private readonly ImmutableArray<GlobSegments> choices;
    private readonly GlobProgram? program;

    private GlobPattern(string text)
    {
        Text = text;
        NamesHidden = text.StartsWith('.') || text.Contains("/.", StringComparison.Ordinal)
            || text.Contains("{.", StringComparison.Ordinal) || text.Contains(",.", StringComparison.Ordinal);
        choices = GlobSegments.TryMakeAll(text);
        program = choices.IsEmpty ? new GlobProgram(text) : null;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Whether it has a name that begins with a dot.</summary>
    public bool NamesHidden { get; }

    /// <summary>The folders before the first segment with a wildcard, without a slash at the end; empty where there are none.</summary>
    public string BaseFolder
    {
        get
        {
            var wildcard = Text.AsSpan().IndexOfAny("*?{");
            var end = (wildcard < 0 ? Text.AsSpan() : Text.AsSpan(0, wildcard)).LastIndexOf('/');
            return end <= 0 ? "" : Text[..end];
        }
    }

    /// <summary>Compiles <paramref name="text"/>. Every text is a pattern: what is no wildcard stands for itself.</summary>
    public static GlobPattern Parse(string text) => new(text);

    /// <summary>Whether the whole of <paramref name="path"/> matches.</summary>
    public bool IsMatch(string path)
    {
        if (program is not null)
            return program.IsMatch(path);
        foreach (var choice in choices)
        {
            if (choice.IsMatch(path))
                return true;
        }

        return false;
    }
}
