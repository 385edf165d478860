using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Finds line breaks that are written as two spaces at the end of a line, which nobody sees and many editors take away.</summary>
internal static class InvisibleBreaks
{
    public static void Report(MarkdownDocument document, string text, int bodyStart, ArticleFacts facts)
    {
        foreach (var line in document.Descendants<LineBreakInline>())
        {
            if (!line.IsHard || line.IsBackslash)
                continue;
            var end = Math.Clamp(line.Span.Start, 0, text.Length);
            // The parser's place may be that of the spaces or of the line's end.
            while (end < text.Length && text[end] is (' ' or '\t'))
                end++;
            var start = end;
            while (start > 0 && text[start - 1] is (' ' or '\t'))
                start--;
            if (end > start)
            {
                facts.Report(MarkupErrors.Rule(
                    facts.File, facts.GetRange(new TextSpan(bodyStart + start, end - start)),
                    "Two spaces at the end of a line are a break that nobody sees. Write a backslash there, or begin a new paragraph.", DiagnosticSeverity.Warning));
            }
        }
    }
}
