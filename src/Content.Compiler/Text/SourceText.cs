namespace Content.Compiler.Text;

/// <summary>
/// The text of one file as its author sees it: decoded, without the byte order mark, line ends as they are.
/// A text that was rewritten before it is read is one, too, and gives the places that its author sees.
/// </summary>
public class SourceText(string file, string text)
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
    public TextRange GetRange(TextSpan span)
    {
        var line = 0;
        return GetRange(span, ref line);
    }

    /// <summary>The same, of many that are asked for in their order.</summary>
    /// <param name="span">What to find.</param>
    /// <param name="line">Where the last one was found; 0 for the first.</param>
    internal virtual TextRange GetRange(TextSpan span, ref int line) => Origins is null ? Lines.GetRange(span, ref line) : Origins.GetRange(span, File);

    /// <summary>The 1-based line of <paramref name="offset"/>.</summary>
    internal int LineOf(int offset) => GetRange(new TextSpan(offset, 0)).StartLine;

    /// <summary>The file that <paramref name="offset"/> was written in.</summary>
    internal virtual string GetFile(int offset) => Origins is null ? File : Origins.GetFile(offset);
}
