using System.Globalization;
using System.Text;

namespace Content.Compiler.Text;

/// <summary>
/// The canonical forms C and D of Unicode, the same on every machine. The framework asks ICU, and where there is none
/// (<c>DOTNET_SYSTEM_GLOBALIZATION_INVARIANT</c>, as in small containers) it gives back what it was given.
/// </summary>
internal static class UnicodeNormalization
{
    private const int FirstSyllable = 0xAC00;
    private const int SyllableCount = 11172;
    private const int FirstLeading = 0x1100;
    private const int LeadingCount = 19;
    private const int FirstVowel = 0x1161;
    private const int VowelCount = 21;

    // One before the first trailing consonant: a syllable can do without.
    private const int NoTrailing = 0x11A7;
    private const int TrailingCount = 28;

    private static readonly Dictionary<int, int> classes = ReadClasses();
    private static readonly Dictionary<int, int[]> decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> compositions = [];

    // What can be changed by composing, with what stands before it or alone.
    private static readonly HashSet<int> unsettled = [.. classes.Keys];

    static UnicodeNormalization()
    {
        var composites = new List<int>();
        foreach (var (first, words) in Lines(NormalizationData.Decompositions, NumberStyles.HexNumber))
        {
            for (var index = 0; index < words.Length; index++)
            {
                decompositions.Add(first + index, [.. words[index].TrimEnd('!').Split('+').Select(Hexadecimal)]);
                if (words[index].EndsWith('!'))
                    unsettled.Add(first + index);
                else
                    composites.Add(first + index);
            }
        }

        // The shorter ones first: 'ǖ' is 'ü' and a macron.
        foreach (var composite in composites.OrderBy(composite => decompositions[composite].Length))
        {
            var parts = decompositions[composite];
            compositions.Add((parts[1..^1].Aggregate(parts[0], (whole, part) => compositions[(whole, part)]), parts[^1]), composite);
            unsettled.Add(parts[^1]);
        }
    }

    /// <summary><paramref name="text"/> in form C; itself where it has half a surrogate pair, which has no form.</summary>
    public static string Compose(string text)
    {
        if (!IsUnsettled(text) || Decomposed(text) is not { } points)
            return text;
        var composed = new List<int>(points.Count);
        var starter = -1;
        var lastClass = 0;
        foreach (var point in points)
        {
            var pointClass = classes.GetValueOrDefault(point);

            // A mark that is behind another of its class, or of a higher one, does not reach the letter.
            var isReached = starter >= 0 && (starter == composed.Count - 1 || lastClass < pointClass);
            if (isReached && Composite(composed[starter], point) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }

            if (pointClass == 0)
                starter = composed.Count;
            lastClass = pointClass;
            composed.Add(point);
        }

        return ToText(composed);
    }

    /// <summary>Likewise in form D: letters apart from their marks.</summary>
    public static string Decompose(string text) => !Ascii.IsValid(text) && Decomposed(text) is { } points ? ToText(points) : text;

    private static bool IsUnsettled(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // Reason: what most texts are made of needs no look into the tables.
            if (rune.Value is < 0x300 or (>= 0x4E00 and <= 0x9FFF))
                continue;
            if (unsettled.Contains(rune.Value) || rune.Value is >= FirstVowel and < NoTrailing + TrailingCount)
                return true;
        }

        return false;
    }

    /// <summary>The code points of form D, or null.</summary>
    private static List<int>? Decomposed(string text)
    {
        var points = new List<int>(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
                return null;
            index += rune.Utf16SequenceLength - 1;
            if (rune.Value - FirstSyllable is var syllable and >= 0 and < SyllableCount)
            {
                points.Add(FirstLeading + (syllable / (VowelCount * TrailingCount)));
                points.Add(FirstVowel + (syllable / TrailingCount % VowelCount));
                if (syllable % TrailingCount > 0)
                    points.Add(NoTrailing + (syllable % TrailingCount));
            }
            else if (decompositions.TryGetValue(rune.Value, out var parts))
            {
                points.AddRange(parts);
            }
            else
            {
                points.Add(rune.Value);
            }
        }

        Order(points);
        return points;
    }

    /// <summary>Marks that follow one another stand in the order of their classes.</summary>
    private static void Order(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && classes.ContainsKey(points[end]))
                end++;
            if (end - start < 2)
                continue;
            var ordered = points.GetRange(start, end - start).OrderBy(point => classes[point]).ToList();
            for (var index = 0; index < ordered.Count; index++)
                points[start + index] = ordered[index];
            start = end;
        }
    }

    private static int? Composite(int first, int second)
    {
        if (first - FirstLeading is var leading and >= 0 and < LeadingCount && second - FirstVowel is var vowel and >= 0 and < VowelCount)
            return FirstSyllable + (((leading * VowelCount) + vowel) * TrailingCount);
        if (first - FirstSyllable is var syllable and >= 0 and < SyllableCount && syllable % TrailingCount == 0
            && second - NoTrailing is var trailing and > 0 and < TrailingCount)
            return first + trailing;
        return compositions.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private static string ToText(List<int> points)
    {
        var text = new StringBuilder(points.Count + 16);
        Span<char> units = stackalloc char[2];
        foreach (var point in points)
            text.Append(units[..new Rune(point).EncodeToUtf16(units)]);
        return text.ToString();
    }

    private static Dictionary<int, int> ReadClasses()
    {
        var read = new Dictionary<int, int>();
        foreach (var (number, words) in Lines(NormalizationData.Classes, NumberStyles.Integer))
        {
            foreach (var ends in words.Select(word => word.Split('-')))
            {
                for (var point = Hexadecimal(ends[0]); point <= Hexadecimal(ends[^1]); point++)
                    read.Add(point, number);
            }
        }

        return read;
    }

    private static IEnumerable<(int Number, string[] Words)> Lines(string data, NumberStyles style) =>
        from line in data.ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        select (int.Parse(line.AsSpan(0, colon), style, CultureInfo.InvariantCulture), line[(colon + 2)..].Split(' '));

    private static int Hexadecimal(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
