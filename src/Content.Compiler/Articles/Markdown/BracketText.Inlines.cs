using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <content>What becomes of the inlines.</content>
internal sealed partial class BracketText
{
    /// <summary>Takes the children of <paramref name="container"/>; false where no reference can be among them.</summary>
    public bool Read(ContainerInline container, string text)
    {
        characters.Clear();
        places.Clear();
        opens.Clear();
        pending.Clear();
        if (!HasOpen(container))
            return false;
        for (var inline = container.FirstChild; inline is not null; inline = Next(inline, container))
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal, text);
                    break;
                case DelimiterInline delimiter:
                    Add(delimiter);
                    break;
                case LinkInline { IsAutoLink: true } link when link.Span.Start >= 0 && link.Span.End < text.Length:
                    for (var place = link.Span.Start; place <= link.Span.End; place++)
                        Add(text[place], place);
                    break;
                case LineBreakInline:
                    Add(' ', -1);
                    break;
                default:
                    Add(Nothing, -1);
                    break;
            }
        }

        return true;
    }

    private static bool HasOpen(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = Next(inline, container))
        {
            if (inline is LinkDelimiterInline || (inline is LiteralInline literal && literal.Content.AsSpan().Contains('[')))
                return true;
        }

        return false;
    }

    private void Add(LiteralInline literal, string text)
    {
        var content = literal.Content.AsSpan();
        var start = Locate(content, literal, text);
        for (var index = 0; index < content.Length; index++)
            Add(index == 0 && literal.IsFirstCharacterEscaped ? Nothing : content[index], start < 0 ? -1 : start + index);
    }

    /// <summary>A backslash belongs to the span of what it escapes, and in a cell of a table so does the white space that was taken off.</summary>
    private static int Locate(ReadOnlySpan<char> content, LiteralInline literal, string text)
    {
        var from = Math.Clamp(literal.Span.Start, 0, text.Length);
        var within = text.AsSpan(from, Math.Clamp(literal.Span.End + 1 - from, 0, text.Length - from));
        var found = within.IndexOf(content, StringComparison.Ordinal);
        return found < 0 ? -1 : from + found;
    }

    private void Add(DelimiterInline delimiter)
    {
        var written = delimiter.ToLiteral();
        for (var index = 0; index < written.Length; index++)
            Add(written[index], delimiter.Span.Start + index);
    }

    /// <summary>A delimiter that came to nothing holds what follows it, which is read as if it stood beside it.</summary>
    private static Inline? Next(Inline inline, ContainerInline root) =>
        inline is DelimiterInline { FirstChild: { } child } ? child : InlineOrder.After(inline, root);

    private void Add(char character, int place)
    {
        if (character == '[')
            pending.Push(characters.Count);
        opens.Add(character == ']' && pending.TryPop(out var open) ? open : -1);
        characters.Add(character);
        places.Add(place);
    }
}
