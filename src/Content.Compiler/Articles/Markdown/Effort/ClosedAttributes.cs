using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Content.Compiler.Articles.Markdown.Effort;

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

        return base.Match(processor, ref slice);
    }

    private sealed class Next
    {
        public int Brace { get; set; } = -1;
    }
}
