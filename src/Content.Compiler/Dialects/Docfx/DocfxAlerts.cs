using System.Text;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>
/// Alerts as docfx has them: in quotes at any depth, several in one quote, each on a line of its own; written as <c>&lt;div class="NOTE"&gt;</c> with a heading.
/// </summary>
internal sealed class DocfxAlerts : IMarkdownExtension
{
    private const int LongestMark = 40;

    private static readonly string[] translated = ["Note", "Tip", "Warning", "Important", "Caution"];

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Group;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Insert(0, new Renderer());
    }

    private static void Group(MarkdownDocument document)
    {
        foreach (var quote in document.Descendants<QuoteBlock>().ToList())
        {
            if (quote.Parent is { } parent && quote.OfType<ParagraphBlock>().Any(HasMark))
                Split(parent, quote);
        }
    }

    /// <summary>The quote up to its first alert, and each alert, in the place of the quote.</summary>
    private static void Split(ContainerBlock parent, QuoteBlock quote)
    {
        var place = parent.IndexOf(quote);
        parent.RemoveAt(place);
        Block[] blocks = [.. quote];
        quote.Clear();
        QuoteBlock? current = null;
        foreach (var block in blocks)
        {
            foreach (var part in PartsOf(block))
            {
                if (part is ParagraphBlock { Inline: { } inlines } && MarkAt(inlines.FirstChild, out var afterMark) is { } kind)
                {
                    RemoveBefore(inlines, afterMark);
                    Insert(current = new AlertBlock(new StringSlice(kind)));
                    if (inlines.FirstChild is not null)
                        current.Add(part);
                    continue;
                }

                if (current is null)
                    Insert(current = quote);
                current.Add(part);
            }
        }

        void Insert(QuoteBlock made)
        {
            (made.Span, made.Line, made.Column) = (quote.Span, quote.Line, quote.Column);
            parent.Insert(place++, made);
        }
    }

    private static bool HasMark(ParagraphBlock paragraph)
    {
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = NextLine(inline))
        {
            if (MarkAt(inline, out _) is not null)
                return true;
        }

        return false;
    }

    /// <summary>The block; a paragraph divided before each line that begins an alert.</summary>
    private static List<Block> PartsOf(Block block)
    {
        if (block is not ParagraphBlock paragraph)
            return [block];
        var marks = new Queue<Inline>();
        for (var line = NextLine(paragraph.Inline?.FirstChild); line is not null; line = NextLine(line))
        {
            if (MarkAt(line, out _) is not null)
                marks.Enqueue(line);
        }

        // Each inline moves once, however many alerts there are.
        var part = paragraph;
        var parts = new List<Block> { part };
        for (Inline? next, inline = marks.Count > 0 ? marks.Peek() : null; inline is not null; inline = next)
        {
            next = inline.NextSibling;
            if (marks.TryPeek(out var mark) && ReferenceEquals(mark, inline))
            {
                marks.Dequeue();
                (part == paragraph ? inline.PreviousSibling : part.Inline!.LastChild)?.Remove();
                part = new ParagraphBlock { Inline = new ContainerInline(), Span = paragraph.Span, Line = paragraph.Line, Column = paragraph.Column };
                parts.Add(part);
            }

            inline.Remove();
            part.Inline!.AppendChild(inline);
        }

        return parts;
    }

    private static Inline? NextLine(Inline? inline)
    {
        while (inline is not null and not LineBreakInline)
            inline = inline.NextSibling;
        return inline?.NextSibling;
    }

    /// <summary>The kind of the alert that a line begins which has nothing else, and what follows that line; null where it begins none.</summary>
    private static string? MarkAt(Inline? start, out Inline? after)
    {
        var line = new StringBuilder();
        for (after = start; after is LiteralInline literal && line.Length <= LongestMark; after = after.NextSibling)
            line.Append(literal.Content.AsSpan());
        if (after is not (null or LineBreakInline))
            return null;
        after = after?.NextSibling;
        return line.ToString().Trim() is ['[', '!', .. var kind, ']'] && kind.Length > 0 && kind.All(char.IsAsciiLetter) ? kind : null;
    }

    private static void RemoveBefore(ContainerInline inlines, Inline? end)
    {
        while (inlines.FirstChild is { } first && !ReferenceEquals(first, end))
            first.Remove();
    }

    private sealed class Renderer : HtmlObjectRenderer<AlertBlock>
    {
        protected override void Write(HtmlRenderer renderer, AlertBlock obj)
        {
            var kind = obj.Kind.ToString().ToUpperInvariant();
            renderer.EnsureLine();
            renderer.Write("<div class=\"").WriteEscape(kind).WriteLine("\">");
            renderer.Write("<h5>").WriteEscape(Array.Find(translated, known => known.Equals(kind, StringComparison.OrdinalIgnoreCase)) ?? kind).WriteLine("</h5>");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</div>");
        }
    }
}
