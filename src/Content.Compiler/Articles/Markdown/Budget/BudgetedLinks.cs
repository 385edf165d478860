using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>Links, each of which takes the address and the title of its definition along: a long one that is used often would fill the memory.</summary>
internal sealed class BudgetedLinks(LinkOptions options) : LinkInlineParser(options)
{
    private const long StepsOfCharacter = 4;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var closes = slice.CurrentChar == ']';
        if (!base.Match(processor, ref slice))
            return false;
        if (closes && processor is { Inline: LinkInline { Reference: { } definition }, Context: WorkBudget budget })
        {
            var length = (long)(definition.Url?.Length ?? 0) + (definition.Title?.Length ?? 0);
            budget.Spend(StepsOfCharacter * length, processor.Block!.Span.Start, "uses of long link definitions");
        }

        return true;
    }
}
