using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Takes <c>[x]</c> for a task box only where white space follows, as GitHub does: Markdig's own parser swallows the text
/// of a link such as <c>- [X](https://x.com/dotnet)</c>.
/// </summary>
internal sealed class TaskBoxes : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Reason: Markdig adds its parser where there is none yet.
        if (!pipeline.InlineParsers.Contains<TaskListInlineParser>())
            pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new BoxParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class BoxParser : TaskListInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            slice.PeekChar(3).IsWhiteSpaceOrZero() && base.Match(processor, ref slice);
    }
}
