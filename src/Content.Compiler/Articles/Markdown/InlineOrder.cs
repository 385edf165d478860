using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>The order of inlines in the text, without recursion: they can be nested as deep as an author likes.</summary>
internal static class InlineOrder
{
    /// <summary>What follows <paramref name="inline"/> and all that is in it; null at the end of <paramref name="root"/>.</summary>
    public static Inline? After(Inline inline, ContainerInline root)
    {
        while (inline.NextSibling is null)
        {
            if (inline.Parent is null || ReferenceEquals(inline.Parent, root))
                return null;
            inline = inline.Parent;
        }

        return inline.NextSibling;
    }
}
