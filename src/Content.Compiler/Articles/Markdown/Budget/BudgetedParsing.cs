using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Footers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.GenericAttributes;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// Puts in the place of parsers that can take long the same parsers, which count what they do or know beforehand that they will find nothing.
/// What comes of a text is the same. The last of all extensions, so that what others did to the parsers stays.
/// </summary>
internal sealed class BudgetedParsing : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        for (var index = 0; index < pipeline.BlockParsers.Count; index++)
        {
            pipeline.BlockParsers[index] = Counted(pipeline.BlockParsers[index]);
            pipeline.BlockParsers[index].Closed += Watch;
            if (pipeline.BlockParsers[index] is IAttributesParseable attributes)
                ClosedAttributes.TakeShort(attributes);
        }

        if (pipeline.Extensions.Find<AutoIdentifierExtension>() is not null)
        {
            pipeline.BlockParsers.Find<HeadingBlockParser>()!.Closed += HeadingBudget.Count;
            pipeline.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += HeadingBudget.Count;
        }

        pipeline.BlockParsers.Insert(0, new LineObserver());
        for (var index = 0; index < pipeline.InlineParsers.Count; index++)
            pipeline.InlineParsers[index] = Quick(pipeline.InlineParsers[index]);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Texts are looked at when all are known, and before the first is parsed.</summary>
    private static void Watch(BlockProcessor processor, Block block)
    {
        if (processor.Context is not WorkBudget { IsWatching: false } budget)
            return;
        budget.IsWatching = true;
        processor.Document.ProcessInlinesBegin += static (inlines, _) => TextBudget.SpendOn(inlines.Document, (WorkBudget)inlines.Context!);
    }

    private static BlockParser Counted(BlockParser parser) => parser switch
    {
        ListBlockParser lists => BudgetedLists.Of(lists),
        QuoteBlockParser => new BudgetedQuotes(),
        CustomContainerParser containers => BudgetedContainers.Of(containers),
        FigureBlockParser => new BudgetedFigures(),
        FooterBlockParser => new BudgetedFooters(),
        DefinitionListParser => new BudgetedDefinitionLists(),
        FootnoteParser => new BudgetedFootnotes(),
        _ => parser,
    };

    private static InlineParser Quick(InlineParser parser) => parser switch
    {
        AutolinkInlineParser tags => new ClosedTags(tags.Options),
        AutoLinkParser addresses => new QuickAutolinks(addresses.Options),
        LinkInlineParser links => new BudgetedLinks(links.Options),
        GenericAttributesParser => new ClosedAttributes(),
        _ => parser,
    };
}
