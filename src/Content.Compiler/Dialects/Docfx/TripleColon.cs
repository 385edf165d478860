using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Docfx;

/// <summary><c>:::name attribute="value":::</c></summary>
/// <param name="Span">The whole.</param>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">Names in lower case, and where the values stand.</param>
internal sealed record TripleColon(TextSpan Span, string Name, IReadOnlyList<(string Name, TextSpan Value)> Attributes)
{
    private const int Longest = 4000;

    /// <summary>The value of an attribute, or null.</summary>
    public TextSpan? Find(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
                return attribute.Value;
        }

        return null;
    }

    /// <summary>What begins at <paramref name="start"/>, or null where it is another container.</summary>
    public static TripleColon? Read(string text, int start)
    {
        const string colons = ":::";
        if (!text.AsSpan(start).StartsWith(colons))
            return null;
        var limit = Math.Min(text.Length, start + Longest);
        var place = SkipSpace(text, start + 3, limit);
        var nameStart = place;
        while (place < limit && (char.IsAsciiLetter(text[place]) || text[place] == '-'))
            place++;
        if (place == nameStart)
            return null;
        var name = text[nameStart..place].ToLowerInvariant();
        var attributes = new List<(string, TextSpan)>();
        while (true)
        {
            place = SkipSpace(text, place, limit);
            if (text.AsSpan(place, limit - place).StartsWith(colons))
                return new TripleColon(TextSpan.FromBounds(start, place + 3), name, attributes);
            if (place > nameStart && (place == text.Length || text[place] is '\r' or '\n') && IsOpenEnded(name))
                return new TripleColon(TextSpan.FromBounds(start, place), name, attributes);
            var key = place;
            while (place < limit && (char.IsAsciiLetterOrDigit(text[place]) || text[place] is '-' or '_'))
                place++;
            if (place == key)
                return null;
            var attribute = text[key..place].ToLowerInvariant();
            place = SkipSpace(text, place, limit);
            if (place >= limit || text[place] != '=')
                return null;
            place = SkipSpace(text, place + 1, limit);
            if (place >= limit || text[place] is not ('"' or '\''))
                return null;
            var close = text.IndexOf(text[place], place + 1, limit - place - 1);
            if (close < 0)
                return null;
            attributes.Add((attribute, TextSpan.FromBounds(place + 1, close)));
            place = close + 1;
        }
    }

    /// <summary>Whether it ends with its line, and need not have colons there.</summary>
    private static bool IsOpenEnded(string name) => name is "moniker" or "moniker-end" or "zone" or "zone-end" or "row" or "row-end" or "column" or "column-end" or "image-end";

    private static int SkipSpace(string text, int place, int limit)
    {
        while (place < limit && text[place] is ' ' or '\t')
            place++;
        return place;
    }
}
