using System.Globalization;
using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Tests.Articles;

/// <summary>A document of Markdig as text, a line a node: what it is, where it stands, and what it holds.</summary>
internal static class MarkdownTree
{
    public static string Write(MarkdownDocument document)
    {
        var text = new StringBuilder();
        var pending = new Stack<(MarkdownObject Node, int Depth)>([(document, 0)]);
        while (pending.TryPop(out var next))
        {
            Write(text, next.Node, next.Depth);
            foreach (var child in Children(next.Node).Reverse())
                pending.Push((child, next.Depth + 1));
        }

        return text.ToString();
    }

    private static IEnumerable<MarkdownObject> Children(MarkdownObject node) => node switch
    {
        ContainerBlock container => container,
        LeafBlock { Inline: { } inline } => [inline],
        ContainerInline container => container,
        _ => [],
    };

    private static void Write(StringBuilder text, MarkdownObject node, int depth)
    {
        text.Append(' ', depth).Append(CultureInfo.InvariantCulture, $"{node.GetType().Name} {node.Span} {node.Line},{node.Column}{(node is Inline { IsClosed: true } ? " closed" : "")}");
        text.Append(node switch
        {
            LiteralInline literal => $" '{literal.Content}' {literal.Content.Start}-{literal.Content.End}{(literal.IsFirstCharacterEscaped ? " escaped" : "")}",
            LinkInline link => $" {link.Url} {link.UrlSpan} {link.Title} {link.TitleSpan} {link.Label} {link.LabelSpan} {link.IsAutoLink} {link.IsImage}",
            AutolinkInline link => $" {link.Url} {link.IsEmail}",
            CodeInline code => $" '{code.Content}'",
            HtmlInline html => $" '{html.Tag}'",
            HtmlEntityInline entity => $" '{entity.Original}' '{entity.Transcoded}'",
            EmphasisInline emphasis => $" {emphasis.DelimiterChar}{emphasis.DelimiterCount}",
            LineBreakInline line => $" {line.IsHard} {line.IsBackslash}",
            AbbreviationInline abbreviation => $" {abbreviation.Abbreviation.Label}",
            DelimiterInline delimiter => $" {delimiter.ToLiteral()}",
            LeafBlock { Inline: null } leaf => $" '{leaf.Lines}'",
            _ => "",
        });
        if (node.TryGetAttributes() is { } attributes)
            text.Append(CultureInfo.InvariantCulture, $" #{attributes.Id} .{string.Join('.', attributes.Classes ?? [])} {string.Join(' ', attributes.Properties ?? [])}");
        text.Append('\n');
    }
}
