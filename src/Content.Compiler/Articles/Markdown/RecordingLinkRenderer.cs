using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Writes links and images as Markdig does, and notes where their URLs stand.</summary>
internal sealed class RecordingLinkRenderer : HtmlObjectRenderer<LinkInline>
{
    /// <summary>Writers that extensions offer for images that are really films or sounds.</summary>
    public List<TryWriteDelegate> MediaWriters { get; } = [];

    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var recording = (ArticleRenderer)renderer;
        if (!renderer.EnableHtmlForInline)
        {
            // Inside the alternative text of an image: a link there is text.
            recording.Links.AddUnseen(obj);
            renderer.WriteChildren(obj);
            return;
        }

        if (obj.IsImage && WriteMedia(recording, obj))
            return;

        renderer.Write(obj.IsImage ? "<img src=\"" : "<a href=\"");
        var start = recording.Buffer.Position;
        renderer.WriteEscapeUrl(obj.GetDynamicUrl is null ? obj.Url : obj.GetDynamicUrl() ?? obj.Url);
        recording.Links.Add(obj, start);
        renderer.Write('"');
        renderer.WriteAttributes(obj);
        if (obj.IsImage)
            WriteAlternative(recording, obj);
        if (!string.IsNullOrEmpty(obj.Title))
            renderer.Write(" title=\"").WriteEscape(obj.Title).Write('"');
        if (obj.IsImage)
        {
            renderer.Write(" />");
            return;
        }

        renderer.Write('>');
        renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }

    private static void WriteAlternative(ArticleRenderer renderer, LinkInline image)
    {
        renderer.Write(" alt=\"");
        var start = renderer.Buffer.Position;
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = true;
        if (renderer.Buffer.Written[start..].IsWhiteSpace())
            renderer.Links.MissText(image);
        renderer.Write('"');
    }

    private bool WriteMedia(ArticleRenderer renderer, LinkInline image)
    {
        foreach (var writer in MediaWriters)
        {
            var start = renderer.Buffer.Position;
            if (!writer(renderer, image))
                continue;

            // The writer is not ours, so the URL is looked for in what it wrote; of a known host it is another URL.
            var before = $" src=\"{image.Url}\"";
            var found = renderer.Buffer.Written[start..].IndexOf(before, StringComparison.Ordinal);
            if (found < 0)
                renderer.Links.AddWithoutSlot(image);
            else
                renderer.Links.Add(image, start + found + 6, image.Url!.Length);
            renderer.Links.AddHidden(image);
            return true;
        }

        return false;
    }
}
