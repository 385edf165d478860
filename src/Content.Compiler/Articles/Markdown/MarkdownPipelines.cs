using Content.Compiler.Configuration;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace Content.Compiler.Articles.Markdown;

/// <summary>How Markdown is read: Markdig with its advanced extensions, and places.</summary>
internal static class MarkdownPipelines
{
    /// <summary>Beyond this many levels the parser itself gives up.</summary>
    public const int DeepestNesting = 10 * 1024;

    public static MarkdownPipeline Create(AnchorStyle anchors)
    {
        var builder = new MarkdownPipelineBuilder().UseAdvancedExtensions().UsePreciseSourceLocation();
        if (anchors == AnchorStyle.GitHub)
        {
            builder.Extensions.TryRemove<AutoIdentifierExtension>();
            builder.Extensions.Insert(0, new HeadingCollector());
        }

        return builder.Build();
    }
}
