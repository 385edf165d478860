using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Navigation;

/// <summary>Finds the parts of a Markdown text with the parser that renders it.</summary>
internal sealed class MarkdownOutline
{
    private static readonly Dictionary<AnchorStyle, MarkdownPipeline> pipelines = [];

    private readonly string text;
    private readonly int bodyStart;
    private readonly List<OutlineHeading> headings = [];
    private readonly List<OutlineId> ids = [];
    private readonly List<OutlineDefinition> definitions = [];
    private readonly List<OutlineLink> links = [];
    private readonly List<TextSpan> blocks = [];
    private readonly List<TextSpan> nodes = [];
    private readonly Dictionary<LinkReferenceDefinition, int> byDefinition = new(ReferenceEqualityComparer.Instance);

    private MarkdownOutline(string text, int bodyStart)
    {
        this.text = text;
        this.bodyStart = bodyStart;
    }

    public static DocumentOutline Of(SourceText source, int bodyStart, AnchorStyle anchors)
    {
        var text = source.Text[bodyStart..].Replace('\0', '\ufffd');
        if (OpenDestinations.AreTooMany(text))
            return DocumentOutline.Empty;
        try
        {
            var document = MarkdownParser.Parse(text, PipelineFor(anchors), new WorkBudget(text));
            return new MarkdownOutline(text, bodyStart).Read(document);
        }
        // What the reader of articles gives up on, or reads on a thread of its own, has no parts to point at.
        catch (Exception refusal) when (refusal is BudgetExceededException or ArgumentException)
        {
            return DocumentOutline.Empty;
        }
    }

    private static MarkdownPipeline PipelineFor(AnchorStyle anchors)
    {
        lock (pipelines)
        {
            if (!pipelines.TryGetValue(anchors, out var pipeline))
                pipelines.Add(anchors, pipeline = MarkdownPipelines.Create(anchors, MarkdownPipelines.UsualNesting));
            return pipeline;
        }
    }

    private DocumentOutline Read(MarkdownDocument document)
    {
        ReadDefinitions(document);
        foreach (var node in document.Descendants())
        {
            if (node is LinkReferenceDefinitionGroup or LinkReferenceDefinition or FootnoteGroup)
                continue;
            Note(node);
            switch (node)
            {
                case HeadingBlock heading:
                    ReadHeading(heading);
                    break;
                case LinkInline link:
                    ReadLink(link);
                    break;
                case HtmlBlock or HtmlInline:
                    HtmlOutline.Read(text, Clamp(node.Span), bodyStart, headings, ids);
                    break;
                case not LinkInline when node is MarkdownObject other && other.TryGetAttributes() is { } attributes && node is not HeadingBlock:
                    ReadId(attributes, node);
                    break;
            }
        }

        return new DocumentOutline
        {
            Headings = [.. headings.OrderBy(heading => heading.Span.Start)],
            Ids = [.. ids.OrderBy(id => id.Span.Start)],
            Definitions = [.. definitions],
            Links = [.. links.OrderBy(link => link.Span.Start)],
            Blocks = [.. blocks.OrderBy(block => block.Start)],
            Nodes = [.. nodes],
        };
    }

    private void Note(MarkdownObject node)
    {
        var span = Clamp(node.Span);
        if (span.Length == 0)
            return;
        nodes.Add(span.Shift(bodyStart));
        if (node is FencedCodeBlock or ListBlock or ListItemBlock or QuoteBlock or Table or HtmlBlock && text.AsSpan(span.Start, span.Length).Trim("\r\n").Contains('\n'))
            blocks.Add(span.Shift(bodyStart));
    }

    private void ReadDefinitions(MarkdownDocument document)
    {
        foreach (var block in document.GetLinkReferenceDefinitions(addGroup: false))
        {
            if (block is FootnoteLinkReferenceDefinition || block is not LinkReferenceDefinition { Url: not null } definition)
                continue;
            var label = Definitions.LocateLabel(text, definition);
            var inner = label.Length >= 2 ? TextSpan.FromBounds(label.Start + 1, label.End - 1) : label;
            var span = Clamp(definition.Span);
            if (span.Length == 0 || span.Start > label.Start)
                span = label;
            byDefinition.Add(definition, definitions.Count);
            definitions.Add(new OutlineDefinition(text.Substring(inner.Start, inner.Length), inner.Shift(bodyStart), span.Shift(bodyStart)));
            nodes.Add(span.Shift(bodyStart));
        }
    }

    private void ReadHeading(HeadingBlock heading)
    {
        var span = Clamp(heading.Span);
        var content = new TextSpan(span.End, 0);
        if (heading.Inline is { FirstChild: { } first, LastChild: { } last })
            content = Clamp(new SourceSpan(first.Span.Start, last.Span.End));
        OutlineId? id = null;
        if (heading.TryGetAttributes() is { Id: { } given } attributes && DocumentIds.Locate(text, attributes.Span, given) is { } place && attributes.Span.Length >= 3)
            id = new OutlineId(given, place.Shift(bodyStart));
        // Reason: attributes behind the text are no text, and the parser leaves the space before them in it.
        while (content.Length > 0 && char.IsWhiteSpace(text[content.End - 1]))
            content = new TextSpan(content.Start, content.Length - 1);
        headings.Add(new OutlineHeading(
            heading.Level, InlineText.Of(heading.Inline).Trim().ReplaceLineEndings(" "), span.Shift(bodyStart), content.Shift(bodyStart), id));
    }

    private void ReadId(HtmlAttributes attributes, MarkdownObject node)
    {
        if (attributes.Id is not { Length: > 0 } id || attributes.Span.Length < 3)
            return;
        if ((DocumentIds.Locate(text, attributes.Span, id) ?? DocumentIds.Locate(text, node.Span, id)) is { } place)
            ids.Add(new OutlineId(id, place.Shift(bodyStart)));
    }

    private void ReadLink(LinkInline link)
    {
        var span = Clamp(link.Span);
        if (span.Length < 2 || link.IsAutoLink)
            return;
        var start = span.Start + (text[span.Start] == '!' ? 1 : 0);
        if (text[start] != '[')
            return;
        var definition = link.Reference is { } reference && byDefinition.TryGetValue(reference, out var index) ? index : -1;
        var raw = text.AsSpan(span.Start, span.Length);
        var form = ReferenceForm.None;
        TextSpan label = default;
        int textEnd;
        if (definition < 0 || raw[^1] != ']')
        {
            textEnd = raw.LastIndexOf("](") is var destination and >= 0 ? span.Start + destination : span.End - 1;
            if (link.LastChild is { } last && Clamp(last.Span) is { Length: > 0 } lastSpan && lastSpan.End <= textEnd && lastSpan.End > start)
                textEnd = lastSpan.End;
        }
        else if (raw.LastIndexOf("][") is var bracket and >= 0)
        {
            textEnd = span.Start + bracket;
            label = TextSpan.FromBounds(textEnd + 2, span.End - 1);
            form = label.Length == 0 ? ReferenceForm.Collapsed : ReferenceForm.Full;
        }
        else
        {
            textEnd = span.End - 1;
            form = ReferenceForm.Shortcut;
        }

        var inner = TextSpan.FromBounds(start + 1, Math.Max(start + 1, textEnd));
        if (form is ReferenceForm.Collapsed or ReferenceForm.Shortcut)
            label = inner;
        nodes.Add(inner.Shift(bodyStart));
        links.Add(new OutlineLink(span.Shift(bodyStart), inner.Shift(bodyStart), definition, label.Shift(bodyStart), form));
    }

    private TextSpan Clamp(SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End + 1, start, text.Length));
    }
}
