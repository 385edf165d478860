using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Takes back what the parser makes of <c>[^1]: word</c> where no footnote can be, in a quote or a list: the definition of a link, whose
/// address would be the word. So the mark is what it is to readers, a footnote without a definition.
/// </summary>
internal sealed class FootnoteLabels : IMarkdownExtension
{
    private static readonly object hiddenKey = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Find<HeadingBlockParser>() is { } headings)
            headings.Closed += Watch;
        if (pipeline.BlockParsers.FindExact<ParagraphBlockParser>() is { } paragraphs)
            paragraphs.Closed += Watch;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>The definitions that were taken back.</summary>
    public static IReadOnlyList<LinkReferenceDefinition> HiddenIn(MarkdownDocument document) =>
        document.GetData(hiddenKey) as List<LinkReferenceDefinition> ?? [];

    /// <summary>Whether a definition looks like that of a footnote and is none.</summary>
    public static bool IsMark(LinkReferenceDefinition definition) =>
        definition is not FootnoteLinkReferenceDefinition && definition.Label is ['^', _, ..];

    private static void Watch(BlockProcessor processor, Block block)
    {
        if (processor.Document.GetData(hiddenKey) is not null)
            return;
        processor.Document.SetData(hiddenKey, new List<LinkReferenceDefinition>());
        processor.Document.ProcessInlinesBegin += TakeBack;
    }

    private static void TakeBack(InlineProcessor processor, Inline? inline)
    {
        var hidden = (List<LinkReferenceDefinition>)processor.Document.GetData(hiddenKey)!;
        var links = LinkLabels.DefinitionsOf(processor.Document).Links;
        foreach (var (label, definition) in links.ToArray())
        {
            if (!IsMark(definition))
                continue;
            links.Remove(label);
            hidden.Add(definition);
        }
    }
}
