using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Footers;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Effort;

/// <summary>Containers, which count every line that goes on in them.</summary>
internal sealed class CountedContainers : CustomContainerParser
{
    /// <summary>As <paramref name="containers"/> is configured.</summary>
    public static CountedContainers Of(CustomContainerParser containers) => new()
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
internal sealed class CountedQuotes : QuoteBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for figures.</summary>
internal sealed class CountedFigures : FigureBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for footers.</summary>
internal sealed class CountedFooters : FooterBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>The same for definition lists.</summary>
internal sealed class CountedDefinitionLists : DefinitionListParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        processor.SpendOnLevel();
        return base.TryContinue(processor, block);
    }
}

/// <summary>Footnotes, of which each new one looks at all before it.</summary>
internal sealed class CountedFootnotes : FootnoteParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
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

    private static void Spend(BlockProcessor processor)
    {
        if (processor.NewBlocks.TryPeek(out var block) && block is Footnote { Parent: { } group })
            processor.Spend(group.Count, "footnotes");
    }
}
