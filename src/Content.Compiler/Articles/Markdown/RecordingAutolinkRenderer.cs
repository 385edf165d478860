using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Writes links between angle brackets as Markdig does, and notes where their URLs stand.</summary>
/// <param name="speaksOfApis">Whether a link to an API shows its name alone.</param>
internal sealed class RecordingAutolinkRenderer(bool speaksOfApis) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(obj.Url);
            return;
        }

        var recording = (ArticleRenderer)renderer;
        renderer.Write("<a href=\"");
        var start = recording.Buffer.Position;
        if (obj.IsEmail)
            renderer.Write("mailto:");
        renderer.WriteEscapeUrl(obj.Url);
        recording.Links.Add(obj, start);
        renderer.Write('"');
        renderer.WriteAttributes(obj);
        renderer.Write('>');
        renderer.WriteEscape(speaksOfApis && obj.Url.StartsWith("xref:", StringComparison.Ordinal) ? obj.Url[5..].Split('?')[0] : obj.Url);
        renderer.Write("</a>");
    }
}
