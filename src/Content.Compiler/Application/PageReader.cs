using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Html;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Application;

/// <summary>Reads the routes and links of a page.</summary>
internal static class PageReader
{
    public static ApplicationPage Read(SourceText source)
    {
        var isComponent = source.File.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);
        var razor = RazorText.Of(source.Text.Replace('\0', '\ufffd'));
        var facts = new ArticleFacts();
        facts.Start(source);
        foreach (var comment in razor.Comments)
            SuppressionComment.Read(source.Text.AsSpan(comment.Start, comment.Length), comment, isFirst: true, facts);
        ReadLinks(razor.Html, facts);
        FactOrder.Sort(facts.Links, facts.Slots);
        return new ApplicationPage(
            source.File,
            isComponent,
            ReadRoutes(source, razor, isComponent),
            [
                .. facts.Links.Where(link => !link.Destination.Contains('@', StringComparison.Ordinal) || link.Destination.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                    .Select(link => new Link(link.Destination, facts.GetRange(link.Span), link.Role, IsHtml: true)),
            ],
            [.. facts.Suppressions],
            // What is wrong with markup is for the article's author to be told; a page has its own compiler.
            [.. facts.Diagnostics.Where(diagnostic => diagnostic.Code == DiagnosticCatalog.SuppressionUnused.Code)]);
    }

    private static void ReadLinks(ReadOnlySpan<char> html, ArticleFacts facts)
    {
        var map = new SourceMap();
        map.Add(0, 0, html.Length);
        var tags = new ElementReader(facts, map);
        var tokens = new HtmlTokenizer(html);
        var quiet = 0;
        while (tokens.MoveNext())
        {
            if (tokens.Kind == HtmlTokenKind.Comment)
                SuppressionComment.Read(html.Slice(tokens.Inner.Start, tokens.Inner.Length), tokens.Span, isFirst: true, facts);
            if (tokens.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag) || tokens.IsCutOff)
                continue;
            if (tokens.Name.Is("pre") || tokens.Name.Is("code"))
                quiet = Math.Max(0, quiet + (tokens.Kind == HtmlTokenKind.EndTag ? -1 : tokens.IsSelfClosing ? 0 : 1));
            if (tokens.Kind == HtmlTokenKind.StartTag && quiet == 0 && MayLink(html, tokens))
                tags.Read(html, tokens, isForeign: tokens.Name.Is("use"), hasLinks: true);
        }
    }

    /// <summary>Of a component's attributes only <c>href</c> is known to be an address.</summary>
    private static bool MayLink(ReadOnlySpan<char> html, in HtmlTokenizer tokens)
    {
        if (!char.IsAsciiLetterUpper(tokens.Name[0]))
            return true;
        var attributes = LinkAttributes.Read(html, tokens.Attributes);
        return attributes is { Href: not null, Src: null, Cite: null, Poster: null, Data: null, SrcSet: null };
    }

    private static ImmutableArray<RouteTemplate> ReadRoutes(SourceText source, RazorText razor, bool isComponent)
    {
        var routes = ImmutableArray.CreateBuilder<RouteTemplate>();
        foreach (var (name, rest) in razor.Directives)
        {
            var written = source.Text.AsSpan(rest.Start, rest.Length);
            if (name == "attribute" && written.IndexOf("Route(", StringComparison.Ordinal) is var attribute and >= 0)
                Add(isComponent ? TextOf(written[attribute..]) : null);
            else if (name == "page" && isComponent)
                Add(TextOf(written));
            else if (name == "page")
                routes.AddRange(PageRoutes.Of(source.File, TextOf(written) ?? ""));
        }

        return routes.ToImmutable();

        void Add(string? template)
        {
            if (template is not null && RouteTemplate.Parse(template) is { } route)
                routes.Add(route);
        }
    }

    /// <summary>What stands between the first two quotes; a template has no escapes but a doubled quote or a backslash in a regular expression.</summary>
    private static string? TextOf(ReadOnlySpan<char> rest)
    {
        var start = rest.IndexOf('"');
        if (start < 0)
            return null;
        var isVerbatim = start > 0 && rest[start - 1] == '@';
        var end = rest[(start + 1)..].IndexOf('"');
        if (end < 0)
            return null;
        var text = rest.Slice(start + 1, end).ToString();
        return isVerbatim ? text : text.Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}
