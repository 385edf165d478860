using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Dialects;
using Content.Compiler.Schema;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Content.Compiler.Articles.Markdown;

/// <summary>How Markdown is read: Markdig with its advanced extensions, and places.</summary>
internal static class MarkdownPipelines
{
    /// <summary>As many levels as the stack of any thread can take; nobody nests deeper by hand.</summary>
    public const int UsualNesting = 128;

    /// <summary>Beyond this many levels the parser itself gives up.</summary>
    public const int DeepestNesting = 10 * 1024;

    public static MarkdownPipeline Create(AnchorStyle anchors, int nesting, DialectSet? dialects = null) => Describe(anchors, nesting, dialects).Build();

    /// <summary>What a pipeline is built from.</summary>
    public static MarkdownPipelineBuilder Describe(AnchorStyle anchors, int nesting, DialectSet? dialects = null)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = nesting }.UseAdvancedExtensions().UsePreciseSourceLocation();
        builder.Extensions.Insert(0, new TaskBoxes());
        builder.Extensions.Add(new LiteralRuns());
        if (anchors != AnchorStyle.Markdig)
        {
            builder.Extensions.TryRemove<AutoIdentifierExtension>();
            builder.Extensions.Insert(0, new HeadingCollector());
        }

        builder.Extensions.Add(new FootnoteLabels());
        dialects?.Extend(builder);
        builder.Extensions.Add(new BudgetedParsing());
        return builder;
    }
}
