using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Footers;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>Containers, which count every line that goes on in them.</summary>
internal sealed class BudgetedContainers : CustomContainerParser
{
    /// <summary>As <paramref name="containers"/> is configured.</summary>
    public static BudgetedContainers Of(CustomContainerParser containers) => new()
    {
        InfoParser = containers.InfoParser,
        InfoPrefix = containers.InfoPrefix,
        MinimumMatchCount = containers.MinimumMatchCount,
        MaximumMatchCount = containers.MaximumMatchCount,
        TryParseAttributes = containers.TryParseAttributes,
    };

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for quotes.</summary>
internal sealed class BudgetedQuotes : QuoteBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for figures.</summary>
internal sealed class BudgetedFigures : FigureBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for footers.</summary>
internal sealed class BudgetedFooters : FooterBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for definition lists.</summary>
internal sealed class BudgetedDefinitionLists : DefinitionListParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>Footnotes, of which each new one looks at all before it.</summary>
internal sealed class BudgetedFootnotes : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        CloseEndedList(processor);
        var state = base.TryOpen(processor);
        if (state == BlockState.Continue)
            Spend(processor);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        var state = base.TryContinue(processor, block);

        // One footnote right after another is opened by the one before.
        if (processor.NewBlocks.TryPeek(out var next) && next is Footnote)
            Spend(processor);
        return state;
    }

    /// <summary>A list of definitions whose last item has ended is over, but goes on to say that it is open; no footnote would begin after it.</summary>
    private static void CloseEndedList(BlockProcessor processor)
    {
        while (processor.GetCurrentContainerOpened() is DefinitionList { LastChild.IsOpen: false } list)
            list.IsOpen = false;
    }

    private static void Spend(BlockProcessor processor)
    {
        if (processor.NewBlocks.TryPeek(out var block) && block is Footnote { Parent: { } group })
            processor.Spend(group.Count, "footnotes");
    }
}
