using Content.Compiler.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>The headings and the raw HTML of a text that is no article, such as a README: parsed as a gallery does, which knows fewer extensions.</summary>
internal static class PlainOutline
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseGridTables().UsePipeTables().UseListExtras().UseTaskLists().UseAutoLinks().Build();

    /// <summary>Reads a text of which is known that it can be parsed.</summary>
    public static (List<FoundHeading> Headings, List<TextSpan> Tags) Of(string text)
    {
        var headings = new List<FoundHeading>();
        var tags = new List<TextSpan>();
        foreach (var node in Markdig.Markdown.Parse(text, pipeline).Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    var span = SpanOf(heading.Span, text);
                    headings.Add(new FoundHeading(heading.Level, TextOf(heading), span));
                    break;
                case HtmlBlock { Type: not HtmlBlockType.Comment } block:
                    var whole = SpanOf(block.Span, text);
                    var line = text.AsSpan(whole.Start, whole.Length).IndexOfAny('\n', '\r');
                    tags.Add(line < 0 ? whole : new TextSpan(whole.Start, line));
                    break;
                // A closing tag tells nothing that the opening one has not told.
                case HtmlInline html when !html.Tag.StartsWith("<!--", StringComparison.Ordinal) && !html.Tag.StartsWith("</", StringComparison.Ordinal):
                    tags.Add(SpanOf(html.Span, text));
                    break;
            }
        }

        return (headings, tags);
    }

    private static TextSpan SpanOf(SourceSpan span, string text)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End + 1, start, text.Length));
    }

    private static string TextOf(HeadingBlock heading) => string.Concat(heading.Inline?.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }) ?? []).Trim();
}

/// <summary>A heading and where it stands.</summary>
internal sealed record FoundHeading(int Level, string Text, TextSpan Span);
