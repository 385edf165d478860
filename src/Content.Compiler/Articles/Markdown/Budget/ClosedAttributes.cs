using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>Attributes in braces. Markdig takes a name up to the end of the paragraph where no brace closes; here that is known after the first.</summary>
internal sealed class ClosedAttributes : GenericAttributesParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.Length > 200)
        {
            var next = processor.GetParserState<Next>(this);
            if (next.Brace < slice.Start)
            {
                var found = slice.AsSpan().IndexOf('}');
                next.Brace = found < 0 ? int.MaxValue : slice.Start + found;
            }

            if (next.Brace > slice.End)
                return false;
        }

        return base.Match(processor, ref slice) || MatchShort(processor, ref slice);
    }

    /// <summary>Short attributes belong to the same element as those that Markdig takes.</summary>
    private static bool MatchShort(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        if (!ShortAttributes.TryParse(ref slice, out var attributes))
            return false;
        var inline = processor.Inline;
        if (inline is LiteralInline)
        {
            do
                inline = inline.Parent;
            while (inline is DelimiterInline);
        }

        MarkdownObject? target = inline is null || ReferenceEquals(inline, processor.Root) ? processor.Block : inline;
        if (target is ParagraphBlock { Inline.FirstChild: null, Parent: { } parent } paragraph && processor.Inline is null && slice.IsEmptyOrWhitespace()
            && parent.IndexOf(paragraph) is var place && place + 1 < parent.Count)
        {
            // Alone on its line it is for what comes next.
            target = parent[place + 1];
            parent.RemoveAt(place);
        }

        if (target is null)
            return true;
        var given = target.GetAttributes();
        attributes.CopyTo(given, mergeIdAndProperties: true, shared: false);
        var source = processor.GetSourcePosition(start, out var line, out var column);
        (given.Line, given.Column, given.Span) = (line, column, new SourceSpan(source, source + slice.Start - start - 1));
        return true;
    }

    /// <summary>The same for what stands on the line of a block, such as a heading.</summary>
    public static void TakeShort(IAttributesParseable parser)
    {
        if (parser.TryParseAttributes is not { } original)
            return;
        parser.TryParseAttributes = (BlockProcessor processor, ref StringSlice line, IBlock block) =>
            original(processor, ref line, block) || TryShort(processor, ref line, block);
    }

    private static bool TryShort(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var brace = line.IndexOf('{');
        if (brace < 0)
            return false;
        var rest = line;
        rest.Start = brace;
        if (!ShortAttributes.TryParse(ref rest, out var attributes))
            return false;
        var given = block.GetAttributes();
        attributes.CopyTo(given);
        given.Line = processor.LineIndex;
        given.Column = brace - processor.CurrentLineStartPosition;
        given.Span = new SourceSpan(brace, rest.Start - 1);
        line.End = brace - 1;
        return true;
    }

    private sealed class Next
    {
        public int Brace { get; set; } = -1;
    }
}
