using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>A block that stands for the headings of its article; they have their ids when it is rendered.</summary>
/// <param name="document">The article.</param>
/// <param name="place">The list that its author wrote in its place.</param>
internal sealed class TableOfContents(MarkdownDocument document, ListBlock place) : LeafBlock(null)
{
    /// <summary>Those that have an id and are not left out by their class.</summary>
    public IEnumerable<HeadingBlock> Headings => document.Descendants<HeadingBlock>()
        .Where(heading => heading.TryGetAttributes() is { Id.Length: > 0 } attributes && attributes.Classes?.Contains("no_toc") != true);

    public bool IsOrdered => place.IsOrdered;
}

/// <summary>Writes it as lists inside each other, a level of headings a list.</summary>
internal sealed class TableOfContentsRenderer : HtmlObjectRenderer<TableOfContents>
{
    protected override void Write(HtmlRenderer renderer, TableOfContents obj)
    {
        var tag = obj.IsOrdered ? "ol" : "ul";
        var levels = new Stack<int>();
        renderer.EnsureLine();
        foreach (var heading in obj.Headings)
        {
            while (levels.Count > 1 && levels.Peek() > heading.Level)
            {
                renderer.Write($"</li>\n</{tag}>\n");
                levels.Pop();
            }

            if (levels.Count == 0)
            {
                obj.GetAttributes().Id ??= "markdown-toc";
                renderer.Write($"<{tag}").WriteAttributes(obj).Write(">\n");
                levels.Push(heading.Level);
            }
            else if (levels.Peek() < heading.Level)
            {
                renderer.Write($"\n<{tag}>\n");
                levels.Push(heading.Level);
            }
            else
            {
                renderer.Write("</li>\n");
            }

            renderer.Write("<li><a href=\"#").WriteEscape(heading.GetAttributes().Id).Write("\">");
            foreach (var literal in heading.Inline?.Descendants<LeafInline>() ?? [])
                WriteText(renderer, literal);
            renderer.Write("</a>");
        }

        for (; levels.Count > 0; levels.Pop())
            renderer.Write($"</li>\n</{tag}>\n");
    }

    private static void WriteText(HtmlRenderer renderer, LeafInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                renderer.WriteEscape(literal.Content);
                break;
            case CodeInline code:
                renderer.Write("<code>").WriteEscape(code.Content).Write("</code>");
                break;
            case HtmlEntityInline entity:
                renderer.WriteEscape(entity.Transcoded);
                break;
        }
    }
}
