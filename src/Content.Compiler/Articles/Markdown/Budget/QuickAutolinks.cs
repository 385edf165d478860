using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// Addresses in text. For each, Markdig goes back through all that stands before it in the paragraph to see whether an <c>&lt;a&gt;</c> is open;
/// where the paragraph has none so far, this goes straight to what the address lies in. What is left to go through is counted.
/// </summary>
internal sealed class QuickAutolinks(AutoLinkOptions options) : AutoLinkParser(options)
{
    private static readonly string[] beginnings = ["http", "www.", "ftp:", "mailto:", "tel:"];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not { } inline || !Begins(slice.AsSpan()))
            return base.Match(processor, ref slice);
        if (processor.Context is not WorkBudget budget)
            return base.Match(processor, ref slice);
        if (inline is not DelimiterInline && inline.Parent is { } parent && !processor.GetParserState<Anchors>(this).AreBefore(slice, budget.Text))
            processor.Inline = parent;
        budget.Spend(WayBack(processor.Inline), processor.Block!.Span.Start, "addresses in one paragraph");
        if (base.Match(processor, ref slice))
            return true;
        processor.Inline = inline;
        return false;
    }

    private static bool Begins(ReadOnlySpan<char> text)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int WayBack(Inline? inline)
    {
        var steps = 0;
        for (; inline is not null; inline = inline.PreviousSibling ?? inline.Parent)
            steps++;
        return steps;
    }

    /// <summary>Whether a text has an <c>&lt;a</c>, as far as it was looked at.</summary>
    private sealed class Anchors
    {
        private int seen = -1;
        private bool found;

        public bool AreBefore(in StringSlice slice, string article)
        {
            // A paragraph of one line is a slice of the article; one of several is a text of its own.
            if (seen < 0)
                seen = ReferenceEquals(slice.Text, article) ? article.AsSpan(0, slice.Start).LastIndexOf('\n') + 1 : 0;
            if (!found && seen < slice.Start)
                found = slice.Text.AsSpan(seen, slice.Start - seen).Contains("<a", StringComparison.OrdinalIgnoreCase);
            seen = Math.Max(seen, slice.Start - 1);
            return found;
        }
    }
}
