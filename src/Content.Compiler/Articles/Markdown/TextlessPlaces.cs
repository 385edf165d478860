using Content.Compiler.Text;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Where Markdown holds no text: code, formulas, destinations and definitions. Raw HTML is looked at where it is rendered.</summary>
internal static class TextlessPlaces
{
    /// <summary>Hides them from <paramref name="templates"/>.</summary>
    public static void Hide(MarkdownDocument document, int bodyStart, UnfilledTemplates templates)
    {
        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case CodeBlock or CodeInline or MathInline or AutolinkInline or LinkReferenceDefinition:
                    Hide(node.Span);
                    break;
                case LinkInline { Reference: null } link:
                    Hide(link.UrlSpan);
                    Hide(link.TitleSpan);
                    break;
            }
        }

        void Hide(SourceSpan span)
        {
            if (!span.IsEmpty)
                templates.Hide(new TextSpan(bodyStart + span.Start, span.Length));
        }
    }
}
