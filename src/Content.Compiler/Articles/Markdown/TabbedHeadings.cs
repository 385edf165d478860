using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// The parser counts the places in a heading from the start of the text where a tab follows its number signs. They are put right before
/// anybody asks for them.
/// </summary>
internal static class TabbedHeadings
{
    /// <summary>Puts the places of all such headings right.</summary>
    public static void Mend(MarkdownDocument document, string text)
    {
        if (!text.Contains('\t'))
            return;
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.IsSetext || heading.Inline is not { FirstChild: not null } inlines)
                continue;
            var signs = Skip(text, heading.Span.Start, "#");
            var start = Skip(text, signs, " \t");
            var offset = start - inlines.Span.Start;
            if (offset == 0 || !text.AsSpan(signs, start - signs).Contains('\t'))
                continue;
            foreach (var inline in inlines.Descendants())
                Move((Inline)inline, offset);
        }
    }

    private static void Move(Inline inline, int offset)
    {
        inline.Span = Moved(inline.Span, offset);
        if (inline.TryGetAttributes() is { } attributes)
            attributes.Span = Moved(attributes.Span, offset);
        if (inline is LinkInline link)
            link.UrlSpan = Moved(link.UrlSpan, link.Reference is null ? offset : 0);
    }

    private static SourceSpan Moved(SourceSpan span, int offset) => span.IsEmpty ? span : new SourceSpan(span.Start + offset, span.End + offset);

    private static int Skip(string text, int start, string skipped)
    {
        while (start < text.Length && skipped.Contains(text[start], StringComparison.Ordinal))
            start++;
        return start;
    }
}
