using Markdig.Parsers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>Lists, which count every line that goes on in them, and what they look at to tell an item from a thematic break.</summary>
internal sealed class BudgetedLists : ListBlockParser
{
    private const string Levels = "list items inside each other on one line";

    /// <summary>As <paramref name="lists"/> is configured.</summary>
    public static BudgetedLists Of(ListBlockParser lists)
    {
        var counted = new BudgetedLists();
        counted.ItemParsers.Clear();
        foreach (var items in lists.ItemParsers)
            counted.ItemParsers.Add(items);
        return counted;
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        SpendOnBreak(processor);
        return base.TryOpen(processor);
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        if (block is ListItemBlock item && processor.IsBlankLine)
            processor.Spend(item.Count / 10, "paragraphs in one list item"); // Each blank line is taken out again, and what follows it moved up.
        else
            SpendOnBreak(processor);
        return base.TryContinue(processor, block);
    }

    /// <summary>A thematic break is looked for to the end of what may be one.</summary>
    private static void SpendOnBreak(BlockProcessor processor)
    {
        if (processor.CurrentChar is not ('-' or '*' or '_') || processor.Line.Length < 100)
            return;
        var rest = processor.Line.AsSpan();
        var length = rest.IndexOfAnyExcept(processor.CurrentChar, ' ', '\t');
        processor.Spend(2L * (length < 0 ? rest.Length : length), Levels);
    }
}
