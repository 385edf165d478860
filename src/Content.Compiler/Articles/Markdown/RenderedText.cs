using Content.Compiler.Articles.Extraction;
using Content.Compiler.Articles.Html;
using Content.Compiler.Text;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Notes where the text of Markdown is rendered, for articles out of whose rendered text metadata is taken. Raw HTML and the URLs of links
/// have their places already.
/// </summary>
internal sealed class RenderedText : ISourcePlaces
{
    private readonly ArticleFacts facts;
    private readonly SourceMap rawHtml;
    private readonly SourceMap places = new();
    private readonly HtmlRenderer renderer;
    private readonly RenderBuffer buffer;
    private string text = "";
    private int bodyStart;
    private int start;

    public RenderedText(HtmlRenderer renderer, RenderBuffer buffer, ArticleFacts facts, SourceMap rawHtml)
    {
        this.buffer = buffer;
        this.facts = facts;
        this.rawHtml = rawHtml;
        this.renderer = renderer;
    }

    public void Start(string text, int bodyStart)
    {
        this.text = text;
        this.bodyStart = bodyStart;
        start = 0;
        places.Clear();
        renderer.ObjectWriteBefore += Begin;
        renderer.ObjectWriteAfter += Add;
    }

    /// <summary>All is rendered; articles out of which nothing is taken do not pay for this.</summary>
    public void Stop()
    {
        renderer.ObjectWriteBefore -= Begin;
        renderer.ObjectWriteAfter -= Add;
    }

    /// <summary>What is rendered is edited.</summary>
    public void Edit(IReadOnlyList<BodyEdit> edits) => places.Edit(edits);

    /// <summary>The links are in the order of the output by then.</summary>
    public TextSpan GetSource(TextSpan rendered)
    {
        if (rawHtml.Contains(rendered.Start))
            return rawHtml.GetSource(rendered);
        return FindLink(rendered) ?? (places.IsEmpty ? new TextSpan(bodyStart, 0) : places.GetSource(rendered));
    }

    public bool Contains(int rendered) =>
        rawHtml.Contains(rendered) || places.Contains(rendered) || FindLink(new TextSpan(rendered, 1)) is not null;

    private void Begin(IMarkdownRenderer from, MarkdownObject node) => start = buffer.Position;

    /// <summary>These hold nothing else, so that what was written since the last beginning is theirs.</summary>
    private void Add(IMarkdownRenderer from, MarkdownObject node)
    {
        switch (node)
        {
            case LiteralInline literal:
                Align(start, node.Span, literal.Content.AsSpan());
                break;
            case CodeInline code:
                Align(start + "<code>".Length, node.Span, code.ContentSpan);
                break;
            case AutolinkInline link:
                Align(start + buffer.Written[start..].LastIndexOf("\">") + 2, node.Span, link.Url);
                break;
            case HtmlEntityInline or CodeBlock:
                places.Add(start, bodyStart + Math.Max(0, node.Span.Start), 1);
                break;
        }
    }

    /// <summary>
    /// Goes along the rendered text and the source together: what is escaped in one of them is a step in the other.
    /// </summary>
    private void Align(int rendered, SourceSpan span, ReadOnlySpan<char> content)
    {
        var place = Math.Clamp(span.Start, 0, text.Length);
        var within = text.AsSpan(place, Math.Min(text.Length - place, Math.Max(0, span.Length) + content.Length));
        var found = within.IndexOf(content, StringComparison.Ordinal);
        if (found < 0)
        {
            places.Add(rendered, bodyStart + place, 1);
            return;
        }

        var source = bodyStart + place + found;
        var from = 0;
        for (var index = 0; index < content.Length; index++)
        {
            if (content[index] is not ('&' or '<' or '>' or '"'))
                continue;
            places.Add(rendered, source + from, index + 1 - from);
            rendered += index + 1 - from + EscapeLength(content[index]) - 1;
            from = index + 1;
        }

        places.Add(rendered, source + from, content.Length - from);
    }

    private TextSpan? FindLink(TextSpan rendered)
    {
        var low = 0;
        var high = facts.Slots.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var slot = facts.Slots[middle];
            if (slot.Start > rendered.Start)
                high = middle - 1;
            else if (slot.Start + slot.Length < rendered.End)
                low = middle + 1;
            else
                return facts.Links[slot.Link].Span;
        }

        return null;
    }

    private static int EscapeLength(char unit) => unit switch
    {
        '"' => "&quot;".Length,
        '&' => "&amp;".Length,
        _ => "&lt;".Length,
    };
}
