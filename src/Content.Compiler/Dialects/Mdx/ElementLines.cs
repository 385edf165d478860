using System.Buffers;
using Content.Compiler.Dialects.Rewriting;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>
/// An element that fills its line, <c>&lt;summary&gt;**Text**&lt;/summary&gt;</c>: in MDX what it holds is Markdown, and no paragraph is around it.
/// </summary>
internal sealed class ElementLines : IMarkdownExtension
{
    private static readonly SearchValues<char> signs = SearchValues.Create("*_`[~!:&\\");

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (!pipeline.BlockParsers.Contains<Parser>())
            pipeline.BlockParsers.InsertBefore<HtmlBlockParser>(new Parser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.Insert(0, new Renderer());
    }

    private sealed class ElementLine : LeafBlock
    {
        public ElementLine(BlockParser parser)
            : base(parser) => ProcessInlines = true;
    }

    private sealed class Parser : BlockParser
    {
        public Parser() => OpeningCharacters = ['<'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || processor.CurrentBlock is ParagraphBlock { IsOpen: true } || !IsElement(processor.Line.AsSpan().TrimEnd()))
                return BlockState.None;
            processor.NewBlocks.Push(new ElementLine(this) { Column = processor.Column, Line = processor.LineIndex, Span = new SourceSpan(processor.Start, processor.Line.End) });
            return BlockState.Break;
        }

        private static bool IsElement(ReadOnlySpan<char> line)
        {
            var end = 1;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '-'))
                end++;
            if (end == 1 || end == line.Length || line[^1] != '>')
                return false;
            var name = line[1..end];
            var close = line.LastIndexOf("</");
            return close > end && line[(close + 2)..^1].SequenceEqual(name) && (char.IsAsciiLetterUpper(name[0]) || (HasMarkdown(line[end..close]) && BlockStart.IsBlock(name.ToString())));
        }

        private static bool HasMarkdown(ReadOnlySpan<char> content) => content.IndexOf('>') is var tag and >= 0 && content[(tag + 1)..].IndexOfAny(signs) >= 0;
    }

    private sealed class Renderer : HtmlObjectRenderer<ElementLine>
    {
        protected override void Write(HtmlRenderer renderer, ElementLine obj)
        {
            renderer.EnsureLine();
            renderer.WriteLeafInline(obj);
            renderer.EnsureLine();
        }
    }
}
