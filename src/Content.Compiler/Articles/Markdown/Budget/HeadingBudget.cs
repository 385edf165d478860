using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// Counts what Markdig's own ids cost, where an article has those: a name that is taken is tried with one number after another, from the first for each
/// heading, and each heading is compared with all definitions before it.
/// </summary>
internal static class HeadingBudget
{
    private const string Headings = "headings, or headings of one name,";
    private const int StepsOfTry = 40;

    /// <summary>Looks at a heading when it has its id.</summary>
    public static void Count(BlockProcessor processor, Block block)
    {
        if (block is HeadingBlock)
            block.ProcessInlinesEnd += Spend;
    }

    private static void Spend(InlineProcessor processor, Inline? inline)
    {
        if (processor.Block is not HeadingBlock heading || processor.Context is not WorkBudget budget)
            return;
        var id = heading.TryGetAttributes()?.Id ?? "";
        var digits = id.AsSpan(id.LastIndexOf('-') + 1);
        var tries = int.TryParse(digits, out var number) ? Math.Clamp(number, 0, budget.Headings) : 0;
        budget.Spend((budget.Headings++ / 6) + ((long)tries * StepsOfTry), heading.Span.Start, Headings);
    }
}
