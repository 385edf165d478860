using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Markdig's HTML renderer, which also notes where in its output the URLs of links stand. What it writes is what Markdig writes.
/// Used again and again, by one thread at a time.
/// </summary>
internal sealed class ArticleRenderer : HtmlRenderer
{
    public ArticleRenderer(MarkdownPipeline pipeline)
        : this(pipeline, new RenderBuffer())
    {
    }

    private ArticleRenderer(MarkdownPipeline pipeline, RenderBuffer buffer)
        : base(buffer)
    {
        Buffer = buffer;
        Links = new LinkRecorder(buffer);
        pipeline.Setup(this);
        ReplaceLinks();
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new RecordingAutolinkRenderer());
    }

    public RenderBuffer Buffer { get; }

    public LinkRecorder Links { get; }

    /// <summary>Makes ready for the next article, whose body is <paramref name="text"/>.</summary>
    public void Start(string text)
    {
        Buffer.Clear();
        Links.Start(text);
        previousWasLine = true;
    }

    /// <summary>Extensions hook into the renderer of links by its exact type, so ours takes over what they hooked in.</summary>
    private void ReplaceLinks()
    {
        var original = ObjectRenderers.FindExact<LinkInlineRenderer>();
        var recording = new RecordingLinkRenderer();
        if (original is not null)
        {
            foreach (var writer in original.TryWriters)
                recording.MediaWriters.Add(writer);
        }

        ObjectRenderers.Replace<LinkInlineRenderer>(recording);
    }
}
