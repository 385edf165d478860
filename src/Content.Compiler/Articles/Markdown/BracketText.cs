using System.Text;
using Content.Compiler.Text;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// The text of neighbouring inlines, with what is no plain text (code, emphasis, links, escaped characters) as one character that is
/// nothing, and where each character stands in the source.
/// </summary>
internal sealed class BracketText
{
    private const char Nothing = '\ufffc';

    /// <summary>No label is longer, by the standard.</summary>
    private const int LongestLabel = 1000;

    private readonly List<char> characters = [];
    private readonly List<int> places = [];
    private readonly List<int> opens = [];
    private readonly Stack<int> pending = new();

    /// <summary>How long it is.</summary>
    public int Length => characters.Count;

    /// <summary>The character at <paramref name="index"/>; none beyond the end.</summary>
    public char At(int index) => index < characters.Count ? characters[index] : '\0';

    /// <summary>Whether this character stands there.</summary>
    public bool Is(int index, char character) => index < characters.Count && characters[index] == character;

    /// <summary>Whether nothing stands on the line before this character.</summary>
    public bool StartsLine(int index) => index == 0 || (characters[index - 1] == ' ' && places[index - 1] < 0);

    /// <summary>Where the bracket closes that opens at <paramref name="open"/>: labels hold no brackets. -1 where it does not.</summary>
    public int FindClose(int open)
    {
        for (var index = open + 1; index < characters.Count && index - open <= LongestLabel; index++)
        {
            if (characters[index] == ']')
                return index;
            if (characters[index] == '[')
                return -1;
        }

        return -1;
    }

    /// <summary>Where the parenthesis closes that opens at <paramref name="open"/>, on the same line and around nothing but plain text; -1 where it does not.</summary>
    public int FindParenthesis(int open)
    {
        var depth = 0;
        for (var index = open; index < characters.Count && index - open <= LongestLabel && characters[index] != Nothing; index++)
        {
            if (characters[index] == '(')
                depth++;
            else if (characters[index] == ')' && --depth == 0)
                return index;
        }

        return -1;
    }

    /// <summary>Where the bracket opens that closes at <paramref name="close"/>; -1 where it does not.</summary>
    public int FindOpen(int close) => opens[close];

    /// <summary>Whether white space stands between two places.</summary>
    public bool HasSpace(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (char.IsWhiteSpace(characters[index]))
                return true;
        }

        return false;
    }

    /// <summary>What is written between two places, as one line; null where the source has something else there.</summary>
    public string? GetText(int from, int to, string text)
    {
        if (GetSource(from, to, text) is not { } place)
            return null;
        var read = new StringBuilder(to - from);
        for (var index = from; index < to; index++)
        {
            if (characters[index] == Nothing)
                return text.Substring(place.Start, place.Length).ReplaceLineEndings(" ");
            read.Append(characters[index]);
        }

        return read.ToString();
    }

    /// <summary>Where the characters stand in the source; null where the source has something else there.</summary>
    public TextSpan? GetSource(int from, int to, string text)
    {
        var start = from < places.Count && places[from] >= 0 ? places[from] : from > 0 ? places[from - 1] + 1 : -1;
        var end = places[to - 1] >= 0 ? places[to - 1] + 1 : to < places.Count ? places[to] : -1;
        return start >= 0 && end > start && end <= text.Length && Matches(from, to, start, text) ? TextSpan.FromBounds(start, end) : null;
    }

    private bool Matches(int from, int to, int start, string text)
    {
        for (var index = from; index < to; index++)
        {
            if (places[index] >= 0 && characters[index] != Nothing && (places[index] < start || text[places[index]] != characters[index]))
                return false;
        }

        return true;
    }

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
