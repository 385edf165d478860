using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Citations;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Footers;
using Markdig.Extensions.ListExtras;
using Markdig.Extensions.Tables;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>The Markdown of tools that have what GitHub has: what else the parser knows would make other things of their text.</summary>
internal static class GitHubMarkdown
{
    public static void Keep(MarkdownPipelineBuilder pipeline)
    {
        pipeline.Extensions.TryRemove<AbbreviationExtension>();
        pipeline.Extensions.TryRemove<CitationExtension>();
        pipeline.Extensions.TryRemove<DefinitionListExtension>();
        pipeline.Extensions.TryRemove<FigureExtension>();
        pipeline.Extensions.TryRemove<FooterExtension>();
        pipeline.Extensions.TryRemove<GridTableExtension>();
        pipeline.Extensions.TryRemove<ListExtraExtension>();
        pipeline.Extensions.ReplaceOrAdd<EmphasisExtraExtension>(new EmphasisExtraExtension(EmphasisExtraOptions.Strikethrough));
    }
}
