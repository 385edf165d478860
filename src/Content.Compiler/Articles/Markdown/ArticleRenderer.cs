using Content.Compiler.Schema;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Markdig's HTML renderer, which also notes where in its output the URLs of links and raw HTML stand. What it writes is what Markdig
/// writes. Used again and again, by one thread at a time.
/// </summary>
internal sealed class ArticleRenderer : HtmlRenderer
{
    private readonly ArticleFacts facts;
    private readonly SourceMap map;
    private RenderedText? text;

    private ArticleRenderer(MarkdownPipeline pipeline, ContentConfiguration configuration, RenderBuffer buffer, ArticleFacts facts, SourceMap map)
        : base(buffer)
    {
        Buffer = buffer;
        Links = new LinkRecorder(buffer, facts);
        Raw = new RawHtmlRecorder(map);
        Code = new CodeBlocks(facts, configuration);
        this.facts = facts;
        this.map = map;
        pipeline.Setup(this);
        ReplaceLinks();
        if (configuration.ChecksApiInCode)
            ObjectRenderers.Replace<CodeInlineRenderer>(new ApiMentionRenderer(facts));
        ObjectRenderers.Replace<CodeBlockRenderer>(new ListingRenderer(ObjectRenderers.FindExact<CodeBlockRenderer>()));
        ObjectRenderers.Replace<HtmlBlockRenderer>(new RawHtmlBlockRenderer());
        ObjectRenderers.Replace<HtmlInlineRenderer>(new RawHtmlInlineRenderer());
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new RecordingAutolinkRenderer(configuration.SpeaksOfApi || configuration.ShowsApiNames));
    }

    public RenderBuffer Buffer { get; }

    public LinkRecorder Links { get; }

    public RawHtmlRecorder Raw { get; }

    public CodeBlocks Code { get; }

    /// <summary>Where text is rendered: noted from the first article on that needs it.</summary>
    public RenderedText Text => text ??= new RenderedText(this, Buffer, facts, map);

    /// <summary>A renderer that tells what it finds to <paramref name="facts"/> and <paramref name="map"/>.</summary>
    public static ArticleRenderer Create(MarkdownPipeline pipeline, ContentConfiguration configuration, ArticleFacts facts, SourceMap map) =>
        new(pipeline, configuration, new RenderBuffer(), facts, map);

    /// <summary>Makes ready for the next article, whose body is <paramref name="text"/> and starts at <paramref name="bodyStart"/> in its file.</summary>
    public void Start(string text, int bodyStart)
    {
        Buffer.Start(text.Length);
        Links.Start(text, bodyStart);
        Raw.Start(text, bodyStart);
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
