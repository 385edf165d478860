using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Gives the headings of Markdown their ids before they are rendered, and tells them.</summary>
internal static class HeadingNames
{
    /// <summary>By GitHub's algorithm; ids that the author gave stay and are taken.</summary>
    public static void Give(MarkdownDocument document, int bodyStart, ArticleFacts facts, AnchorStyle style = AnchorStyle.GitHub)
    {
        var blocks = HeadingCollector.HeadingsOf(document);
        if (blocks.Count == 0)
            return;
        var slugger = Reserve(blocks, style);
        foreach (var block in blocks)
        {
            // A footnote that no mark leads to is not rendered, nor is a heading in it.
            if (IsIn(document, block))
                Give(block, slugger, bodyStart, facts);
        }
    }

    /// <summary>The ids that authors gave to <paramref name="blocks"/> are taken.</summary>
    public static GitHubSlugger Reserve(IReadOnlyList<HeadingBlock> blocks, AnchorStyle style = AnchorStyle.GitHub)
    {
        var slugger = new GitHubSlugger(style);
        foreach (var block in blocks)
        {
            if (block.TryGetAttributes()?.Id is { } id)
                slugger.Reserve(id);
        }

        return slugger;
    }

    /// <summary>Gives the next heading of the text its id, and tells it.</summary>
    public static void Give(HeadingBlock block, GitHubSlugger slugger, int bodyStart, ArticleFacts facts)
    {
        var text = InlineText.Of(block.Inline);
        var id = block.TryGetAttributes()?.Id;
        if (id is null)
        {
            id = slugger.Next(facts.HasDialect ? TemplateExpression.Without(text) : text);
            if (id.Length > 0)
                block.GetAttributes().Id = id;
            facts.Anchors.AddOfHeading(id, bodyStart + block.Span.Start);
        }

        Tell(block, text, id, facts);
    }

    /// <summary>Markdig has given them while parsing.</summary>
    public static void Read(MarkdownDocument document, ArticleFacts facts)
    {
        foreach (var block in document.Descendants<HeadingBlock>())
            Tell(block, InlineText.Of(block.Inline), block.TryGetAttributes()?.Id ?? "", facts);
    }

    private static bool IsIn(MarkdownDocument document, Block block)
    {
        var outermost = block;
        while (outermost.Parent is { } parent)
            outermost = parent;
        return ReferenceEquals(outermost, document);
    }

    private static void Tell(HeadingBlock block, string text, string id, ArticleFacts facts)
    {
        facts.Anchors.Add(id);
        facts.Headings.Add(new ArticleHeading(block.Level, text.Trim().ReplaceLineEndings(" "), id));
    }
}
