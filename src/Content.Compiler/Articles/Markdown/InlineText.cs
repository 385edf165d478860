using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>The plain text of inlines: what a reader sees without markup. An image is no text.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline? container)
    {
        if (container?.FirstChild is LiteralInline { NextSibling: null } only)
            return only.Content.ToString();
        var text = new StringBuilder();
        for (Inline? inline = container?.FirstChild; inline is not null;)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case MathInline math:
                    text.Append(math.Content.AsSpan());
                    break;
                case AbbreviationInline { Abbreviation.Label: { } label }:
                    text.Append(label);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
            }

            inline = Next(inline, container!);
        }

        return text.ToString();
    }

    private static Inline? Next(Inline inline, ContainerInline root) =>
        inline is ContainerInline { FirstChild: { } child } and not LinkInline { IsImage: true } ? child : InlineOrder.After(inline, root);
}
