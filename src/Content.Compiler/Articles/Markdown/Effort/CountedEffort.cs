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

namespace Content.Compiler.Articles.Markdown.Effort;

/// <summary>
/// Puts in the place of parsers that can take long the same parsers, which count what they do or know beforehand that they will find nothing.
/// What comes of a text is the same. The last of all extensions, so that what others did to the parsers stays.
/// </summary>
internal sealed class CountedEffort : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        for (var index = 0; index < pipeline.BlockParsers.Count; index++)
        {
            pipeline.BlockParsers[index] = Counted(pipeline.BlockParsers[index]);
            pipeline.BlockParsers[index].Closed += Watch;
        }

        if (pipeline.Extensions.Find<AutoIdentifierExtension>() is not null)
        {
            pipeline.BlockParsers.Find<HeadingBlockParser>()!.Closed += HeadingEffort.Count;
            pipeline.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += HeadingEffort.Count;
        }

        pipeline.BlockParsers.Insert(0, new LineWatch());
        for (var index = 0; index < pipeline.InlineParsers.Count; index++)
            pipeline.InlineParsers[index] = Quick(pipeline.InlineParsers[index]);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Texts are looked at when all are known, and before the first is parsed.</summary>
    private static void Watch(BlockProcessor processor, Block block)
    {
        if (processor.Context is not ParsingEffort { IsWatching: false } effort)
            return;
        effort.IsWatching = true;
        processor.Document.ProcessInlinesBegin += static (inlines, _) => TextEffort.SpendOn(inlines.Document, (ParsingEffort)inlines.Context!);
    }

    private static BlockParser Counted(BlockParser parser) => parser switch
    {
        ListBlockParser lists => CountedLists.Of(lists),
        QuoteBlockParser => new CountedQuotes(),
        CustomContainerParser containers => CountedContainers.Of(containers),
        FigureBlockParser => new CountedFigures(),
        FooterBlockParser => new CountedFooters(),
        DefinitionListParser => new CountedDefinitionLists(),
        FootnoteParser => new CountedFootnotes(),
        _ => parser,
    };

    private static InlineParser Quick(InlineParser parser) => parser switch
    {
        AutolinkInlineParser tags => new ClosedTags(tags.Options),
        AutoLinkParser addresses => new QuickAutolinks(addresses.Options),
        LinkInlineParser links => new CountedLinks(links.Options),
        GenericAttributesParser => new ClosedAttributes(),
        _ => parser,
    };
}
