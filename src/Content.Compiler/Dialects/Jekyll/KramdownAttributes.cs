using Content.Compiler.Dialects.Rewriting;
using Markdig;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Dialects.Jekyll;

/// <summary>
/// The attributes of kramdown: <c>{:.class}</c> behind an element or on the line below or above a block, and <c>{:toc}</c> for a list that
/// stands for the table of contents.
/// </summary>
internal sealed class KramdownAttributes : IMarkdownExtension
{
    private const int Longest = 1000;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new LineParser());
        pipeline.InlineParsers.Insert(0, new SpanParser());
        pipeline.DocumentProcessed += Settle;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.AddIfNotAlready<TableOfContentsRenderer>();
    }

    /// <summary>Attributes between <c>{:</c> and <c>}</c> at the start of <paramref name="text"/>, and how long they are as written.</summary>
    private static (HtmlAttributes? Attributes, string Inner, int Length)? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '{' || text[1] != ':')
            return null;
        var close = text[..Math.Min(text.Length, Longest)].IndexOfAny('}', '\n');
        if (close < 0 || text[close] != '}')
            return null;
        var inner = text[2..close].ToString().Trim();
        var words = string.Join(' ', inner.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("toc" or ":")));
        var copy = new StringSlice("{" + words + "}");
        return (GenericAttributesParser.TryParse(ref copy, out var attributes) ? attributes : null, inner, close + 1);
    }

    private static void Give(MarkdownObject target, HtmlAttributes? attributes, SourceSpan span)
    {
        if (attributes is null)
            return;
        var given = target.GetAttributes();
        attributes.CopyTo(given, mergeIdAndProperties: true, shared: false);
        given.Span = span;
    }

    /// <summary>Attributes on a line of their own belong to the block right above, or else to the one below.</summary>
    private static void Settle(MarkdownDocument document)
    {
        foreach (var line in document.Descendants<AttributeLine>().ToList())
        {
            if (line.Parent is not { } parent)
                continue;
            var place = parent.IndexOf(line);
            Block? target = line.IsBelow && place > 0 ? parent[place - 1] : place + 1 < parent.Count ? parent[place + 1] : null;
            parent.RemoveAt(place);
            if (target is null)
                continue;
            Give(target, line.Attributes, line.Span);
            if (target is ListBlock list && line.Inner.Split(' ').Contains("toc"))
                Replace(list, document);
        }
    }

    private static void Replace(ListBlock list, MarkdownDocument document)
    {
        var parent = list.Parent!;
        var contents = new TableOfContents(document, list) { Span = list.Span };
        if (list.TryGetAttributes() is { } attributes)
            contents.SetAttributes(attributes);
        parent[parent.IndexOf(list)] = contents;
    }

    /// <summary>A line that only says what another block is.</summary>
    private sealed class AttributeLine(BlockParser parser, HtmlAttributes? attributes, string inner, bool isBelow) : LeafBlock(parser)
    {
        public HtmlAttributes? Attributes => attributes;

        public string Inner => inner;

        public bool IsBelow => isBelow;
    }

    private sealed class LineParser : BlockParser
    {
        public LineParser() => OpeningCharacters = ['{'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line;
            if (processor.IsCodeIndent || Read(line.AsSpan()) is not { } read || !line.AsSpan()[read.Length..].IsWhiteSpace())
                return BlockState.None;
            var start = line.Start;
            var before = line.Text.AsSpan(0, processor.CurrentLineStartPosition);
            var isBelow = !EndsWithBlankLine(before);
            processor.NewBlocks.Push(new AttributeLine(this, read.Attributes, read.Inner, isBelow)
            {
                Span = new SourceSpan(start, start + read.Length - 1),
                Line = processor.LineIndex,
                Column = processor.Column,
            });
            return BlockState.BreakDiscard;
        }

        private static bool EndsWithBlankLine(ReadOnlySpan<char> before)
        {
            before = before.EndsWith("\r\n") ? before[..^2] : before.IsEmpty ? before : before[..^1];
            var line = before[(before.LastIndexOfAny('\n', '\r') + 1)..];
            return line.IsWhiteSpace();
        }
    }

    private sealed class SpanParser : InlineParser
    {
        public SpanParser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (Read(slice.AsSpan()) is not { } read)
                return false;
            var start = processor.GetSourcePosition(slice.Start);
            var inline = processor.Inline;
            if (inline is LiteralInline)
            {
                do
                    inline = inline.Parent;
                while (inline is DelimiterInline);
            }

            MarkdownObject? target = inline is null || ReferenceEquals(inline, processor.Root) ? processor.Block : inline;
            if (target is not null)
                Give(target, read.Attributes, new SourceSpan(start, start + read.Length - 1));
            slice.Start += read.Length;
            return true;
        }
    }
}
