namespace Content.Compiler.Text;

/// <summary>
/// The text of one file as its author sees it: decoded, without the byte order mark, line ends as they are.
/// </summary>
public sealed class SourceText(string file, string text)
{
    private LineMap? lines;

    /// <summary>The file's path as diagnostics give it: relative to the project folder, with <c>/</c>.</summary>
    public string File { get; } = file;

    /// <summary>The whole text; every <see cref="TextSpan"/> counts from its start.</summary>
    public string Text { get; } = text;

    /// <summary>Where its lines start.</summary>
    public LineMap Lines => lines ??= new LineMap(Text);

    /// <summary>Where the parts of the text were written that were taken from other files; null where there are none.</summary>
    internal TextOrigins? Origins { get; init; }

    /// <summary>The range of <paramref name="span"/>, for a diagnostic.</summary>
    public TextRange GetRange(TextSpan span) => Origins is null ? Lines.GetRange(span) : Origins.GetRange(span, File);

    /// <summary>The file that <paramref name="offset"/> was written in.</summary>
    internal string GetFile(int offset) => Origins is null ? File : Origins.GetFile(offset);
}
