using System.Globalization;
using Content.Compiler.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>The ids that Markdown gives besides those of headings: explicit ones such as <c>{#install}</c>, and those of footnotes.</summary>
internal static class DocumentIds
{
    /// <summary><c>{x}</c>; attributes that no author wrote have a shorter span.</summary>
    private const int ShortestAttributes = 3;

    /// <summary>Tells the explicit ids of the document, in its order. Costs next to nothing where there are none.</summary>
    public static void FindExplicit(MarkdownDocument document, string text, int bodyStart, ArticleFacts facts)
    {
        if (!MayHaveExplicit(text))
            return;
        foreach (var node in document.Descendants())
        {
            if (node.TryGetAttributes() is not { } attributes || attributes.Span.Length < ShortestAttributes || FindId(attributes) is not { } id)
                continue;
            if ((Locate(text, attributes.Span, id) ?? Locate(text, node.Span, id)) is { } span)
                facts.Anchors.GiveId(id, span.Shift(bodyStart));
            else
                facts.Anchors.Add(id);
        }
    }

    /// <summary>Tells the ids that a dialect gave to blocks: no author wrote them.</summary>
    public static void FindGiven(MarkdownDocument document, ArticleFacts facts)
    {
        foreach (var block in document.Descendants<Block>())
        {
            if (block is not HeadingBlock && block.TryGetAttributes() is { Id: { } id, Span.Length: < ShortestAttributes })
                facts.Anchors.Add(id);
        }
    }

    /// <summary>Tells the ids of footnotes and of the marks that lead to them.</summary>
    public static void FindFootnotes(MarkdownDocument document, ArticleFacts facts)
    {
        if (document.LastChild is not FootnoteGroup footnotes)
            return;
        foreach (var block in footnotes)
        {
            if (block is not Footnote footnote)
                continue;
            facts.Anchors.Add(string.Create(CultureInfo.InvariantCulture, $"fn:{footnote.Order}"));
            foreach (var link in footnote.Links)
                facts.Anchors.Add(string.Create(CultureInfo.InvariantCulture, $"fnref:{link.Index}"));
        }
    }

    /// <summary>An id stands between braces, after a number sign or as an attribute.</summary>
    private static bool MayHaveExplicit(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('{') is var found and >= 0)
        {
            text = text[(found + 1)..];
            var close = text.IndexOfAny('{', '}');
            if (close < 0)
                return false;
            if (text[..close].Contains('#') || text[..close].Contains("id", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string? FindId(HtmlAttributes attributes)
    {
        if (attributes.Id is not null || attributes.Properties is null)
            return attributes.Id;
        foreach (var (name, value) in attributes.Properties)
        {
            if (name.Equals("id", StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    /// <summary>Where an id stands within a node; null where it does not.</summary>
    public static TextSpan? Locate(string text, SourceSpan place, string id)
    {
        var start = Math.Clamp(place.Start, 0, text.Length);
        var end = Math.Clamp(place.End + 1, start, text.Length);
        var found = text.AsSpan(start, end - start).LastIndexOf(id, StringComparison.Ordinal);
        return found < 0 ? null : new TextSpan(start + found, id.Length);
    }
}
