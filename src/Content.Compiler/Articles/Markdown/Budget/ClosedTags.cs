using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// Raw HTML in text. Markdig looks for the end of a comment, an instruction or a declaration from each of its beginnings, to the end of the paragraph
/// where there is none; here it is known after the first.
/// </summary>
internal sealed class ClosedTags(AutolinkOptions options) : AutolinkInlineParser(options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var ends = slice.PeekChar() switch
        {
            '?' => "?>",
            '!' => slice.PeekChar(2) switch { '-' => "-->", '[' => "]]>", _ => ">" },
            _ => null,
        };

        // Short texts are looked through at once.
        if (ends is null || slice.Length <= 200 || processor.GetParserState<Ends>(this).IsAhead(ends, slice))
            return base.Match(processor, ref slice);

        // What is left is an address such as <?a@b.example>, which has no white space.
        var end = slice.End;
        var next = slice.AsSpan()[1..].IndexOfAny(" \t\r\n<");
        slice.End = next < 0 ? end : slice.Start + next;
        var matches = base.Match(processor, ref slice);
        slice.End = end;
        return matches;
    }

    /// <summary>Where what ends something is found next, in one text.</summary>
    private sealed class Ends
    {
        private readonly Dictionary<string, int> next = [];

        public bool IsAhead(string end, in StringSlice slice)
        {
            if (!next.TryGetValue(end, out var known) || known < slice.Start)
            {
                var found = slice.AsSpan().IndexOf(end, StringComparison.Ordinal);
                next[end] = known = found < 0 ? int.MaxValue : slice.Start + found;
            }

            return known <= slice.End;
        }
    }
}
