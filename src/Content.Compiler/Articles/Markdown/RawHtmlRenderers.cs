using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Writes blocks of HTML as they are, and notes line by line where they come from.</summary>
internal sealed class RawHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        var lines = obj.Lines.Lines;
        if (lines is null)
            return;
        var recording = (ArticleRenderer)renderer;
        for (var index = 0; index < obj.Lines.Count; index++)
        {
            ref var line = ref lines[index];
            if (line.Slice.Text is null)
                break;
            var start = recording.Buffer.Position;
            var content = line.Slice.AsSpan();
            renderer.Write(content);
            recording.Raw.AddLine(start, line, content);
            renderer.WriteLine();
        }
    }
}

/// <summary>Writes tags and comments inside a text as they are, and notes where they come from.</summary>
internal sealed class RawHtmlInlineRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        if (!renderer.EnableHtmlForInline)
            return;
        var recording = (ArticleRenderer)renderer;
        var start = recording.Buffer.Position;
        renderer.Write(obj.Tag);
        recording.Raw.AddInline(start, obj);
    }
}
