using Content.Compiler.Articles.Html;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Takes out of Markdown what it has of HTML's own, before it is rendered: attributes in braces that content.json does not allow, told where they are written.
/// </summary>
internal static class AttributeFilter
{
    public static void Apply(MarkdownDocument document, string text, int bodyStart, MarkupRules rules, ArticleFacts facts)
    {
        foreach (var node in document.Descendants())
        {
            // Reason: the renderer writes the label as it is, whatever is in it.
            if (node is AbbreviationInline { Abbreviation.Label: { } label } abbreviation)
                abbreviation.Abbreviation = new Abbreviation(null!) { Label = System.Net.WebUtility.HtmlEncode(label), Text = abbreviation.Abbreviation.Text };
            if (node.TryGetAttributes() is { Properties: { Count: > 0 } properties } attributes)
                properties.RemoveAll(property => !IsAllowed(node, attributes, property.Key, property.Value ?? "", text, bodyStart, rules, facts));
        }
    }

    private static bool IsAllowed(
        MarkdownObject node, HtmlAttributes attributes, string name, string value, string text, int bodyStart, MarkupRules rules, ArticleFacts facts)
    {
        // Reason: what Markdown itself gave a node is not the author's.
        if (attributes.Span.Length < 2 || rules.AllowsAttribute(node is LinkInline { IsImage: true } ? "img" : "", name, value))
            return true;
        var place = Locate(text, attributes.Span, name) ?? Locate(text, node.Span, name) ?? new TextSpan(Math.Clamp(node.Span.Start, 0, text.Length), 0);
        var range = facts.GetRange(place.Shift(bodyStart));
        facts.Report(rules.IsForbidden ? MarkupErrors.RawAttribute(facts.File, range, name) : MarkupErrors.AttributeTakenOut(facts.File, range, name, null));
        return false;
    }

    /// <summary>The attribute with its value, behind the brace that opens the attributes.</summary>
    private static TextSpan? Locate(string text, SourceSpan within, string name)
    {
        var start = Math.Clamp(within.Start, 0, text.Length);
        var end = Math.Clamp(within.End + 1, start, text.Length);
        var written = text.AsSpan(start, end - start);
        var brace = written.LastIndexOf('{');
        var found = brace < 0 ? -1 : written[brace..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
            return null;
        var from = start + brace + found;
        var to = from + name.Length;
        if (to < text.Length && text[to] == '=')
        {
            to++;
            var quote = to < text.Length && text[to] is '"' or '\'' ? text[to] : '\0';
            var length = quote == '\0' ? text.AsSpan(to).IndexOfAny(" \t\r\n}") : text.AsSpan(to + 1).IndexOf(quote) + 2;
            to = length < (quote == '\0' ? 0 : 2) ? end : to + length;
        }

        return TextSpan.FromBounds(from, Math.Clamp(to, from, text.Length));
    }
}
