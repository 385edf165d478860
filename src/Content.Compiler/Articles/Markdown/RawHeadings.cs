using System.Globalization;
using Content.Compiler.Articles.Html;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Headings that Markdown holds as HTML get ids as GitHub gives them: from their text, counted together with those of Markdown in the order
/// of the rendered page. That order, and the text of what starts in one block and ends in another, are known once the page is rendered;
/// so an article with such a heading is rendered twice.
/// </summary>
internal sealed class RawHeadings(MarkdownPipeline pipeline, AnchorStyle style)
{
    /// <summary>Marks the headings of Markdown in the first rendering; no id of an author begins so.</summary>
    private const char Mark = '\uffff';

    private Preview? preview;

    /// <summary>Whether there can be any in the text.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('<') is var found and >= 0)
        {
            text = text[(found + 1)..];
            if (text.Length > 2 && text[0] is 'h' or 'H' && text[1] is >= '1' and <= '6')
                return true;
        }

        return false;
    }

    /// <summary>Gives all headings of <paramref name="document"/> their ids.</summary>
    /// <returns>In the order of the rendered headings the ids that are to be written into raw ones; empty where there is nothing to write.</returns>
    public IReadOnlyList<string> Give(MarkdownDocument document, SourceText source, int bodyStart, ArticleFacts facts)
    {
        var blocks = HeadingCollector.HeadingsOf(document);
        var slugger = HeadingNames.Reserve(blocks, style);
        for (var index = 0; index < blocks.Count; index++)
        {
            if (blocks[index].TryGetAttributes()?.Id is null)
                blocks[index].GetAttributes().Id = Mark + index.ToString(CultureInfo.InvariantCulture);
        }

        preview ??= new Preview(pipeline);
        var headings = preview.Read(document, source, bodyStart);
        foreach (var block in blocks)
        {
            if (block.TryGetAttributes() is { Id: [Mark, ..] } attributes)
                attributes.Id = null;
        }

        var ids = new string[headings.Length];
        for (var index = 0; index < ids.Length; index++)
        {
            var (id, text) = headings[index];
            ids[index] = id.Length == 0 ? slugger.Next(text) : "";
            if (id is [Mark, ..])
                HeadingNames.Give(blocks[int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture)], slugger, bodyStart, facts);
        }

        return ids;
    }

    /// <summary>Puts <paramref name="ids"/> into the tags of the raw headings, and tells them.</summary>
    public static void Write(
        IReadOnlyList<string> ids, ReadOnlySpan<char> html, IReadOnlyList<TextSpan> tags, SourceMap map, ArticleFacts facts, List<BodyEdit> edits)
    {
        for (var index = 0; index < tags.Count && index < ids.Count; index++)
        {
            if (ids[index].Length == 0)
                continue;
            facts.Headings[index] = facts.Headings[index] with { Id = ids[index] };
            facts.Anchors.AddOfHeading(ids[index], map.GetSource(tags[index]).Start);
            edits.Add(HeadingIds.Write(html, tags[index], ids[index]));
        }
    }

    /// <summary>Of a body that was selected the anchors are known by what stood in it before the ids were written.</summary>
    public static void KeepAnchors(ArticleFacts facts, List<BodyEdit> edits, TextSpan body)
    {
        foreach (var edit in edits)
        {
            if (edit.Start >= body.Start && edit.Start + edit.Length <= body.End)
                facts.Anchors.Add(edit.Text.Trim()["id=\"".Length..^1]);
        }
    }

    /// <summary>A rendering of which only the headings are wanted.</summary>
    private sealed class Preview
    {
        private readonly ArticleFacts facts = new();
        private readonly SourceMap map = new();
        private readonly ArticleRenderer renderer;
        private readonly MarkupScan scan;

        public Preview(MarkdownPipeline pipeline)
        {
            renderer = ArticleRenderer.Create(pipeline, DefaultConfiguration.Instance, facts, map);

            // With a frame it goes to the end, whoever wrote what stands there.
            scan = new MarkupScan(facts, map) { Frame = new DocumentFrame() };
        }

        public (string Id, string Text)[] Read(MarkdownDocument document, SourceText source, int bodyStart)
        {
            facts.Start(source);
            renderer.Start(source.Text[bodyStart..].Replace('\0', '\ufffd'), bodyStart);
            renderer.Render(document);
            var html = renderer.Buffer.WrittenMemory;
            scan.Run(html);
            var headings = new (string, string)[facts.Headings.Count];
            for (var index = 0; index < headings.Length; index++)
            {
                var id = facts.Headings[index].Id;
                headings[index] = (id, id.Length == 0 ? HtmlText.ReadInline(html.Span[scan.HeadingTags[index].End..scan.HeadingEnds[index]]) : "");
            }

            return headings;
        }
    }
}
