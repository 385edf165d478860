using System.Text.RegularExpressions;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Schema;
using Content.Compiler.Tests.Articles;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace Content.Compiler.Tests.Rendering;

/// <summary>What Markdig with its advanced extensions renders, without anything of ours but the rules for what a task box is and for where a footnote may begin.</summary>
internal static partial class MarkdigItself
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().Use<TaskBoxes>().UseAdvancedExtensions().Use<FootnotesAfterLists>().Build();

    private static readonly ContentConfiguration itsAnchors = Reading.Configuration with { Anchors = AnchorStyle.Markdig };

    public static string Render(string text) => Markdig.Markdown.ToHtml(text, pipeline);

    /// <summary>Our body with Markdig's ids: there is to be no difference at all.</summary>
    public static string OursWithItsIds(string text) => Reading.Markdown(text, itsAnchors).Html();

    /// <summary>Headings without their ids, and links to them without those: what differs if the ids are GitHub's.</summary>
    public static string WithoutHeadingIds(string html) => HeadingLink().Replace(HeadingId().Replace(html, "$1"), "href=\"#\"");

    [GeneratedRegex("(<h[1-6][^>]*?) id=\"[^\"]*\"")]
    private static partial Regex HeadingId();

    [GeneratedRegex("href=\"#[^\"]*\"")]
    private static partial Regex HeadingLink();

    /// <summary>Markdig lets no footnote begin after a list of definitions.</summary>
    private sealed class FootnotesAfterLists : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            for (var index = 0; index < pipeline.BlockParsers.Count; index++)
            {
                if (pipeline.BlockParsers[index] is FootnoteParser)
                    pipeline.BlockParsers[index] = new BudgetedFootnotes();
            }
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
