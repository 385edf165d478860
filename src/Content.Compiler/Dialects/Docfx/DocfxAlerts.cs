using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>Writes alerts as docfx does: <c>&lt;div class="NOTE"&gt;</c> with a heading.</summary>
internal sealed class DocfxAlerts : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.ReplaceOrAdd<AlertBlockRenderer>(new Renderer());
    }

    private sealed class Renderer : HtmlObjectRenderer<AlertBlock>
    {
        protected override void Write(HtmlRenderer renderer, AlertBlock obj)
        {
            var kind = obj.Kind.ToString();
            renderer.EnsureLine();
            renderer.Write("<div class=\"").WriteEscape(kind.ToUpperInvariant()).WriteLine("\">");
            renderer.Write("<h5>").WriteEscape(char.ToUpperInvariant(kind[0]) + kind[1..].ToLowerInvariant()).WriteLine("</h5>");
            renderer.WriteChildren(obj);
            renderer.WriteLine("</div>");
        }
    }
}
