using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Takes the place of Markdig's automatic identifiers: collects the headings while the text is parsed, so that ids can be given once all
/// are known, and lets <c>[Text of a heading]</c> link to it, as Markdig's advanced extensions do.
/// </summary>
internal sealed class HeadingCollector : IMarkdownExtension
{
    private static readonly object headingsKey = new();

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Find<HeadingBlockParser>() is { } headings)
            headings.Closed += Collect;

        // A paragraph becomes a heading when its underline is read.
        if (pipeline.BlockParsers.FindExact<ParagraphBlockParser>() is { } paragraphs)
            paragraphs.Closed += Collect;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>The headings of <paramref name="document"/> in its order.</summary>
    public static IReadOnlyList<HeadingBlock> HeadingsOf(MarkdownDocument document) =>
        document.GetData(headingsKey) as List<HeadingBlock> ?? [];

    private void Collect(BlockProcessor processor, Block block)
    {
        if (block is not HeadingBlock heading)
            return;
        var document = processor.Document;
        if (document.GetData(headingsKey) is not List<HeadingBlock> headings)
        {
            headings = [];
            document.SetData(headingsKey, headings);
            document.ProcessInlinesBegin += DefineHeadings;
        }

        headings.Add(heading);
    }

    /// <summary>Definitions that the author wrote win; of headings with one text, the last.</summary>
    private static void DefineHeadings(InlineProcessor processor, Inline? inline)
    {
        var document = processor.Document;
        var byText = new Dictionary<string, HeadingBlock>(StringComparer.Ordinal);
        foreach (var heading in HeadingsOf(document))
        {
            if (heading.Lines.Count > 0)
                byText[heading.Lines.Lines[0].ToString()] = heading;
        }

        var links = LinkLabels.DefinitionsOf(document).Links;
        foreach (var (text, heading) in byText)
        {
            // Not by the group's own method, which goes through all that it has for each.
            links.TryAdd(text, new LinkReferenceDefinition { CreateLinkInline = (_, _, _) => LinkTo(heading) });
        }
    }

    private static LinkInline LinkTo(HeadingBlock heading) =>
        new() { GetDynamicUrl = () => "#" + HtmlHelper.Unescape(heading.TryGetAttributes()?.Id), Title = "" };
}
