using Content.Compiler.Sources;
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

    /// <summary>Takes the children of <paramref name="container"/>; false where no reference can be among them.</summary>
    public bool Read(ContainerInline container)
    {
        characters.Clear();
        places.Clear();
        opens.Clear();
        pending.Clear();
        var hasOpen = false;
        for (var inline = container.FirstChild; inline is not null; inline = Next(inline, container))
        {
            switch (inline)
            {
                case LiteralInline literal:
                    hasOpen |= Add(literal);
                    break;
                case DelimiterInline delimiter:
                    hasOpen |= delimiter is LinkDelimiterInline;
                    Add(delimiter);
                    break;
                default:
                    Add(Nothing, -1);
                    break;
            }
        }

        return hasOpen;
    }

    /// <summary>The character at <paramref name="index"/>; none beyond the end.</summary>
    public char At(int index) => index < characters.Count ? characters[index] : '\0';

    /// <summary>Whether this character stands there.</summary>
    public bool Is(int index, char character) => index < characters.Count && characters[index] == character;

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
            if (characters[index] != Nothing && (places[index] < start || text[places[index]] != characters[index]))
                return false;
        }

        return true;
    }

    private bool Add(LiteralInline literal)
    {
        var content = literal.Content.AsSpan();

        // An escaped character has its backslash in the span, and text may have been joined to it: the end is what holds.
        var start = literal.Span.End + 1 - content.Length;
        for (var index = 0; index < content.Length; index++)
            Add(index == 0 && literal.IsFirstCharacterEscaped ? Nothing : content[index], start + index);
        return content.Contains('[');
    }

    private void Add(DelimiterInline delimiter)
    {
        var written = delimiter.ToLiteral();
        for (var index = 0; index < written.Length; index++)
            Add(written[index], delimiter.Span.Start + index);
    }

    /// <summary>A delimiter that came to nothing holds what follows it, which is read as if it stood beside it.</summary>
    private static Inline? Next(Inline inline, ContainerInline root)
    {
        if (inline is DelimiterInline { FirstChild: { } child })
            return child;
        while (inline.NextSibling is null)
        {
            if (inline.Parent is null || ReferenceEquals(inline.Parent, root))
                return null;
            inline = inline.Parent;
        }

        return inline.NextSibling;
    }

    private void Add(char character, int place)
    {
        if (character == '[')
            pending.Push(characters.Count);
        opens.Add(character == ']' && pending.TryPop(out var open) ? open : -1);
        characters.Add(character);
        places.Add(place);
    }
}
