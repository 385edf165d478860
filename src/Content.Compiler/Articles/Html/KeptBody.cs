using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// Leaves of the facts of a document what belongs to its body: headings, anchors and slots. Links outside of it are still written in the
/// author's file and are checked; an anchor outside of it is not there for readers. The id of the element that holds the body names the
/// article itself, and is an anchor of it.
/// </summary>
internal static class KeptBody
{
    /// <summary>Leaves the facts of <paramref name="body"/>, which is a part of <paramref name="html"/>.</summary>
    /// <param name="facts">The facts of the whole.</param>
    /// <param name="html">The whole.</param>
    /// <param name="body">What is kept.</param>
    /// <param name="tag">Where the tag starts whose element holds the body; the start of the body where there is none.</param>
    /// <param name="headingTags">The tags of the headings.</param>
    public static void Cut(ArticleFacts facts, ReadOnlySpan<char> html, TextSpan body, int tag, List<TextSpan> headingTags)
    {
        if (body.Length == html.Length)
            return;
        RemoveLinksAround(facts, body);
        var counts = CountIds(html[tag..body.End]);
        facts.ReportDoubledIds(id => counts.GetValueOrDefault(id) > 1);
        facts.Anchors.Replace(counts.Keys);
        for (var index = headingTags.Count - 1; index >= 0; index--)
        {
            if (headingTags[index].Start >= body.Start && headingTags[index].End <= body.End)
                continue;
            facts.Headings.RemoveAt(index);
            headingTags.RemoveAt(index);
        }
    }

    /// <summary>What is wrong with markup around a body that was selected harms nobody: it does not come out.</summary>
    public static void ForgetMarkupAround(ArticleFacts facts, TextSpan source)
    {
        var range = facts.GetRange(source);
        facts.Diagnostics.RemoveAll(diagnostic => DiagnosticCatalog.IsOfMarkup(diagnostic.Code) && !Contains(range, diagnostic.Range));
    }

    private static bool Contains(TextRange whole, TextRange part) =>
        (part.StartLine, part.StartColumn).CompareTo((whole.StartLine, whole.StartColumn)) >= 0
        && (part.StartLine, part.StartColumn).CompareTo((whole.EndLine, whole.EndColumn)) <= 0;

    /// <summary>A link around the body to an anchor of the document as it is written is right, wherever the anchor is.</summary>
    private static void RemoveLinksAround(ArticleFacts facts, TextSpan body)
    {
        var isRight = new bool[facts.Links.Count];
        foreach (var slot in facts.Slots)
        {
            if (slot.Start >= body.Start && slot.Start + slot.Length <= body.End)
                continue;
            var destination = facts.Links[slot.Link].Destination;
            isRight[slot.Link] = destination.StartsWith('#') && HasAnchor(facts, destination[1..]);
        }

        foreach (var slot in facts.Slots)
        {
            if (slot.Start >= body.Start && slot.Start + slot.Length <= body.End)
                isRight[slot.Link] = false;
        }

        LinkRemoval.Remove(facts, isRight, []);
    }

    private static bool HasAnchor(ArticleFacts facts, string fragment) => facts.Anchors.Contains(fragment) || facts.Anchors.Contains(Uri.UnescapeDataString(fragment));

    /// <summary>The ids of the elements in the order of the text, and how often each is given.</summary>
    private static Dictionary<string, int> CountIds(ReadOnlySpan<char> html)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = new HtmlTokenizer(html);
        var templates = 0;
        while (tokens.MoveNext())
        {
            var isTemplate = tokens.Name.Equals("template", StringComparison.OrdinalIgnoreCase);
            if (tokens.Kind == HtmlTokenKind.EndTag && isTemplate)
                templates = Math.Max(0, templates - 1);
            if (tokens.Kind != HtmlTokenKind.StartTag)
                continue;
            if (templates == 0)
                CountIds(html, tokens, counts);
            templates += isTemplate ? 1 : 0;
        }

        return counts;
    }

    private static void CountIds(ReadOnlySpan<char> html, in HtmlTokenizer tag, Dictionary<string, int> counts)
    {
        var attributes = LinkAttributes.Read(html, tag.Attributes);
        var id = attributes.Id is { } given ? AttributeText.Decode(html, given).Text : "";
        if (id.Length > 0)
            counts[id] = counts.GetValueOrDefault(id) + 1;
        if (attributes.Name is { } name && tag.Name is "a" or "A" && AttributeText.Decode(html, name).Text is { Length: > 0 } anchor && anchor != id)
            counts[anchor] = counts.GetValueOrDefault(anchor) + 1;
    }
}
