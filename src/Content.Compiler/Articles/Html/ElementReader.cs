using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Takes links, ids and missing alternative texts from the start tags that authors wrote.</summary>
internal sealed class ElementReader(ArticleFacts facts, SourceMap map)
{
    /// <summary>Reads the current tag of <paramref name="tokens"/>.</summary>
    public void Read(ReadOnlySpan<char> html, in HtmlTokenizer tokens, bool isForeign, bool hasLinks)
    {
        var name = tokens.Name;
        var attributes = LinkAttributes.Read(html, tokens.Attributes);
        ReadIds(html, name, attributes);
        if (name.Is("img") && attributes.Alt is null)
            facts.Report(MarkupErrors.ImageWithoutText(facts.File, facts.GetRange(map.GetSource(tokens.Span))));
        if (hasLinks)
            ScriptAddresses.Report(html, tokens, facts, map);
        if (!hasLinks || name.Is("base") || (name.Is("link") && IsHint(html, attributes.Rel)))
            return;

        var isLocal = isForeign && !name.Is("a");
        var carrier = AddUrl(html, attributes.Href, RoleOfHref(name), isLocal) ? "href" : null;
        carrier = AddUrl(html, attributes.Src, RoleOfSource(name), isLocal) ? "src" : carrier;
        carrier = AddUrl(html, attributes.Cite, LinkRole.Hyperlink, isLocal) ? "cite" : carrier;
        carrier = AddUrl(html, attributes.Poster, LinkRole.Image, isLocal) ? "poster" : carrier;
        carrier = AddUrl(html, attributes.Data, LinkRole.Resource, isLocal) ? "data" : carrier;
        carrier = AddSet(html, attributes.SrcSet) ? "srcset" : carrier;
        carrier = AddSet(html, attributes.ImageSrcSet) ? "imagesrcset" : carrier;
        if (carrier is not null && !isForeign && Elements.Find(name) == ElementTraits.None)
        {
            var range = facts.GetRange(map.GetSource(tokens.Span));
            facts.Report(MarkupErrors.UnknownElement(facts.File, range, name.ToString(), carrier, MeantBy(carrier)));
        }
    }

    private void ReadIds(ReadOnlySpan<char> html, ReadOnlySpan<char> name, in LinkAttributes attributes)
    {
        string? given = null;
        if (attributes.Id is { } id)
        {
            given = AttributeText.Decode(html, id).Text;
            facts.Anchors.GiveId(given, map.GetSource(id));
        }

        if (attributes.Name is { } anchor && name.Is("a") && AttributeText.Decode(html, anchor).Text is var text && text != given)
            facts.Anchors.GiveName(text, map.GetSource(anchor));
    }

    private bool AddUrl(ReadOnlySpan<char> html, TextSpan? value, LinkRole role, bool isLocal)
    {
        if (value is not { } span)
            return false;
        var text = AttributeText.Decode(html, span);
        var (start, end) = text.Trim();
        if (isLocal && start < end && text.Text[start] == '#')
            return false;
        Add(text, start, end, role);
        return true;
    }

    private bool AddSet(ReadOnlySpan<char> html, TextSpan? value)
    {
        if (value is not { } span)
            return false;
        var text = AttributeText.Decode(html, span);
        var candidates = new SourceSet(text.Text);
        while (candidates.MoveNext())
            Add(text, candidates.Start, candidates.End, LinkRole.Image);
        return true;
    }

    private void Add(in AttributeText text, int start, int end, LinkRole role)
    {
        var rendered = text.GetSpan(start, end);
        var destination = start == 0 && end == text.Text.Length ? text.Text : text.Text[start..end];
        facts.Slots.Add(new FoundSlot(rendered.Start, rendered.Length, facts.Links.Count));
        facts.Links.Add(new FoundLink(destination, map.GetSource(rendered), role, IsHtml: true));
    }

    private static LinkRole RoleOfHref(ReadOnlySpan<char> name) =>
        name.Is("image") || name.Is("feImage") ? LinkRole.Image
        : name.Is("link") || name.Is("use") || name.Is("script") ? LinkRole.Resource
        : LinkRole.Hyperlink;

    private static LinkRole RoleOfSource(ReadOnlySpan<char> name) =>
        name.Is("img") || name.Is("input") || name.Is("image") ? LinkRole.Image : LinkRole.Resource;

    private static string MeantBy(string attribute) => attribute switch
    {
        "href" or "cite" => "<a>",
        "data" => "<object>",
        _ => "<img>",
    };

    private static bool IsHint(ReadOnlySpan<char> html, TextSpan? rel)
    {
        if (rel is not { } span)
            return false;
        foreach (var range in html.Slice(span.Start, span.Length).SplitAny(" \t\r\n\f"))
        {
            var word = html.Slice(span.Start, span.Length)[range];
            if (word.Is("preconnect") || word.Is("dns-prefetch"))
                return true;
        }

        return false;
    }
}
