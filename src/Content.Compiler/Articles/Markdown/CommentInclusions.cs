using Content.Compiler.Inclusions;
using Content.Compiler.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary><c>&lt;!-- include: path.md#heading --&gt;</c></summary>
internal sealed class CommentInclusions : IInclusionSyntax
{
    private const string Open = "<!--";
    private const string Word = "include:";
    private const string Close = "-->";

    public bool MayBeIn(ReadOnlySpan<char> text) => text.IndexOf(Word, StringComparison.Ordinal) >= 0 && text.IndexOf(Open, StringComparison.Ordinal) >= 0;

    public void Find(MarkdownDocument document, string text, List<Inclusion> found)
    {
        foreach (var node in document.Descendants())
        {
            if (node is HtmlBlock { Type: HtmlBlockType.Comment } or HtmlInline)
                Find(text, node, node is HtmlBlock, found);
        }
    }

    private static void Find(string text, MarkdownObject node, bool isBlock, List<Inclusion> found)
    {
        var start = Math.Clamp(node.Span.Start, 0, text.Length);
        var end = Math.Clamp(node.Span.End + 1, start, text.Length);
        while (text.AsSpan(start, end - start).IndexOf(Open, StringComparison.Ordinal) is var open and >= 0)
        {
            start += open;
            if (text.AsSpan(start, end - start).IndexOf(Close, StringComparison.Ordinal) is not (var length and > 0))
                return;
            if (Read(text, TextSpan.FromBounds(start, start + length + Close.Length), isBlock) is { } inclusion)
                found.Add(inclusion);
            start += length + Close.Length;
        }
    }

    private static Inclusion? Read(string text, TextSpan comment, bool isBlock)
    {
        var position = SkipSpace(text, comment.Start + Open.Length);
        if (string.CompareOrdinal(text, position, Word, 0, Word.Length) != 0)
            return null;
        position = SkipSpace(text, position + Word.Length);
        var end = comment.End - Close.Length;
        while (end > position && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end <= position)
            return null;
        var written = text.AsSpan(position, end - position);
        var hash = written.IndexOf('#');
        var path = hash < 0 ? written : written[..hash];
        // A comment may begin with the word and go on in prose.
        if (written.ContainsAny('\r', '\n') || path.IsEmpty || (path.Contains(' ') && !path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)))
            return null;
        return new Inclusion(
            comment,
            path.ToString(),
            new TextSpan(position, path.Length),
            hash < 0 || hash == written.Length - 1 ? null : written[(hash + 1)..].ToString(),
            hash < 0 ? default : TextSpan.FromBounds(position + hash, end),
            isBlock);
    }

    private static int SkipSpace(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }
}
