using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>A short code as it is written, or what closes one.</summary>
/// <param name="Span">From the first brace to the last.</param>
/// <param name="Name">Its name; of one that is only shown to readers, nothing.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Arguments">What is given to it.</param>
internal sealed record ShortCode(TextSpan Span, string Name, ShortCodeKind Kind, ImmutableArray<ShortCodeArgument> Arguments)
{
    /// <summary>Nobody writes a longer one, and the time that one without end takes stays bounded.</summary>
    private const int Longest = 4000;

    /// <summary>Of one that opens: what closes it, if anything does.</summary>
    public ShortCode? Close { get; private set; }

    /// <summary>Of one that closes: what it closes, if anything.</summary>
    public ShortCode? Open { get; private set; }

    /// <summary>The value of the argument with this name.</summary>
    public ShortCodeArgument? Find(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);

    /// <summary>The value of the argument at this place, of those without a name.</summary>
    public ShortCodeArgument? At(int place) => Arguments.Where(argument => argument.Name.Length == 0).ElementAtOrDefault(place);

    /// <summary>The value that a template names by <paramref name="key"/>.</summary>
    public ShortCodeArgument? Get(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? At(place) : Find(key);

    /// <summary>All short codes of a text, in its order, paired.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="opening">What every short code begins with.</param>
    /// <param name="readAt">Reads the one at a place, up to a limit; null where there is none.</param>
    public static List<ShortCode> ReadAll(string text, int start, string opening, Func<string, int, int, ShortCode?> readAt)
    {
        var codes = new List<ShortCode>();
        for (var place = start; text.IndexOf(opening, place, StringComparison.Ordinal) is var open and >= 0;)
        {
            if (readAt(text, open, Math.Min(text.Length, open + Longest)) is { } code)
            {
                codes.Add(code);
                place = code.Span.End;
            }
            else
            {
                place = open + 1;
            }
        }

        Pair(codes);
        return codes;
    }

    /// <summary>The first place from <paramref name="place"/> on that is no white space.</summary>
    public static int SkipSpace(string text, int place, int limit)
    {
        while (place < limit && char.IsWhiteSpace(text[place]))
            place++;
        return place;
    }

    /// <summary>Tells those that open and those that close of each other: the innermost that is open and has the name. One pass, whatever is left open.</summary>
    private static void Pair(List<ShortCode> codes)
    {
        var open = new Stack<ShortCode>();
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            if (code.Kind == ShortCodeKind.Open)
            {
                open.Push(code);
                names[code.Name] = names.GetValueOrDefault(code.Name) + 1;
            }
            else if (code.Kind == ShortCodeKind.Close && (code.Name.Length == 0 ? open.Count > 0 : names.GetValueOrDefault(code.Name) > 0))
            {
                ShortCode opened;
                do
                {
                    opened = open.Pop();
                    names[opened.Name]--;
                }
                while (code.Name.Length > 0 && opened.Name != code.Name);
                (opened.Close, code.Open) = (code, opened);
            }
        }
    }
}

/// <summary>What is given to a short code.</summary>
/// <param name="Name">Empty where it has none.</param>
/// <param name="Value">Without its quotes.</param>
/// <param name="Span">Where the value stands, without its quotes.</param>
internal sealed record ShortCodeArgument(string Name, string Value, TextSpan Span);

/// <summary>What a short code is.</summary>
internal enum ShortCodeKind
{
    /// <summary>It may have something inside it.</summary>
    Open,

    /// <summary>It closes another.</summary>
    Close,

    /// <summary>It has nothing inside it.</summary>
    Closed,

    /// <summary>It is escaped, so that readers see it.</summary>
    Shown,
}
