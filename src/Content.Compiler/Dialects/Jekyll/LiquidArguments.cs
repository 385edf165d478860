using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Jekyll;

/// <summary>What is given to a tag: <c>{% image "a.png" alt="A" %}</c>, with commas or without, and <c>name: value</c> as well.</summary>
internal static class LiquidArguments
{
    /// <summary>The arguments of the tag at <paramref name="tag"/>, which has a name.</summary>
    public static ImmutableArray<ShortCodeArgument> Read(string text, TextSpan tag)
    {
        var end = tag.End - 2;
        if (text[end - 1] == '-')
            end--;
        var place = tag.Start + 2;
        while (place < end && (char.IsWhiteSpace(text[place]) || text[place] == '-'))
            place++;
        place = WordEnd(text, place, end);
        var arguments = ImmutableArray.CreateBuilder<ShortCodeArgument>();
        while (true)
        {
            while (place < end && (char.IsWhiteSpace(text[place]) || text[place] == ','))
                place++;
            if (place >= end)
                return arguments.DrainToImmutable();
            var name = "";
            var after = WordEnd(text, place, end);
            if (after > place && after < end && text[after] is '=' or ':')
            {
                name = text[place..after];
                place = after + 1;
                while (place < end && char.IsWhiteSpace(text[place]))
                    place++;
            }

            var value = Value(text, place, end);
            arguments.Add(new ShortCodeArgument(name, text.Substring(value.Start, value.Length), value));
            place = value.End < end && text[value.End] is '"' or '\'' ? value.End + 1 : Math.Max(value.End, place + 1);
        }
    }

    private static TextSpan Value(string text, int place, int end)
    {
        if (place < end && text[place] is '"' or '\'' && text.IndexOf(text[place], place + 1, end - place - 1) is var close and >= 0)
            return TextSpan.FromBounds(place + 1, close);
        var stop = place;
        while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] != ',')
            stop++;
        return TextSpan.FromBounds(place, stop);
    }

    private static int WordEnd(string text, int place, int end)
    {
        while (place < end && (char.IsLetterOrDigit(text[place]) || text[place] is '_' or '-'))
            place++;
        return place;
    }
}
