using System.Buffers;

namespace Content.Runtime;

/// <summary>Finds where in an entry the words of a query are: the section that has most of them, and the text around them.</summary>
internal sealed class SearchSnippets
{
    private const int SnippetLength = 180;

    /// <summary>The most of that before the first word.</summary>
    private const int LeadLength = 50;

    /// <summary>The places of words that are kept of one section.</summary>
    private const int MostPlaces = 200;

    private readonly List<SearchedWord> words;
    private readonly List<(int Start, int End, int Word)> places = [];
    private readonly int[] counts;

    /// <summary>Of the bytes that words begin with.</summary>
    private readonly bool[] begins = new bool[256];

    public SearchSnippets(List<SearchedWord> words)
    {
        this.words = words;
        counts = new int[words.Count];
        foreach (var word in words)
        {
            if (word.IsLast)
                begins[word.Word[0]] = true;
            foreach (var spelling in word.Spellings)
                begins[spelling[0]] = true;
        }
    }

    public SearchHit Describe(IContentEntry entry, double score)
    {
        var html = entry.Body.Utf8.Span;
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(html.Length, 1));
        try
        {
            var sections = new BodySections(html, entry.Headings);
            var (best, most) = (-1, 0f);
            for (var section = 0; section < sections.Count; section++)
            {
                var weight = Weigh(HtmlText.Extract(sections.GetHtml(section), buffer), sections.GetHeading(section)?.Text.Length ?? 0);
                if (weight > most)
                    (best, most) = (section, weight);
            }

            if (best < 0)
                return Cut(entry, null, entry.Excerpt, 0, score);
            var heading = sections.GetHeading(best);
            return Cut(entry, heading, HtmlText.Extract(sections.GetHtml(best), buffer), heading is null ? 0 : -1, score);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>How many of the words a text has, rare ones counting more, and in its heading more again.</summary>
    private float Weigh(ReadOnlySpan<char> text, int headingLength)
    {
        Array.Clear(counts);
        var weight = 0f;
        Span<byte> buffer = stackalloc byte[SearchWords.BufferSize];
        var reader = new SearchWords(text, buffer);
        while (reader.MoveNext())
        {
            if (WordOf(reader.Word) is not (var word and >= 0))
                continue;
            if (counts[word]++ == 0)
                weight += words[word].Rarity * (reader.Start < headingLength ? 1.5f : 1f);
            else if (counts[word] <= 5)
                weight += words[word].Rarity * 0.1f;
        }

        return weight;
    }

    /// <summary>The text around the place with most different words; the heading, its first line, is shown by itself.</summary>
    private SearchHit Cut(IContentEntry entry, Heading? heading, ReadOnlySpan<char> text, int from, double score)
    {
        if (from < 0)
            from = text.IndexOf('\n') is var end and >= 0 ? end + 1 : text.Length;
        text = text[from..];
        FindPlaces(text);
        var (best, most) = (0, 0);
        for (var first = 0; first < places.Count; first++)
        {
            var seen = 0u;
            for (var next = first; next < places.Count && places[next].End - places[first].Start <= SnippetLength - LeadLength; next++)
                seen |= 1u << places[next].Word;
            if (System.Numerics.BitOperations.PopCount(seen) is var different && different > most)
                (best, most) = (first, different);
        }

        var start = places.Count == 0 ? 0 : WordStart(text, Math.Max(0, places[best].Start - LeadLength), places[best].Start);
        var stop = WordEnd(text, Math.Min(text.Length, start + SnippetLength), places.Count == 0 ? start : places[best].End);
        var prefix = start > 0 ? "…" : "";
        var snippet = string.Concat(prefix, text[start..stop], stop < text.Length ? "…" : "").Replace('\n', ' ');
        var matches = new List<SearchMatch>();
        foreach (var place in places)
        {
            if (place.Start >= start && place.End <= stop && (matches.Count == 0 || place.Start - start + prefix.Length >= matches[^1].Start + matches[^1].Length))
                matches.Add(new SearchMatch(place.Start - start + prefix.Length, place.End - place.Start));
        }

        var url = heading is { Id: var id } ? entry.Url + "#" + Uri.EscapeDataString(id) : entry.Url;
        return new SearchHit(entry, heading, url, snippet, matches.AsReadOnly(), score);
    }

    private void FindPlaces(ReadOnlySpan<char> text)
    {
        places.Clear();
        Span<byte> buffer = stackalloc byte[SearchWords.BufferSize];
        var reader = new SearchWords(text, buffer);
        while (places.Count < MostPlaces && reader.MoveNext())
        {
            if (WordOf(reader.Word) is var word and >= 0)
                places.Add((reader.Start, reader.End, word));
        }
    }

    private int WordOf(ReadOnlySpan<byte> other)
    {
        if (!begins[other[0]])
            return -1;
        for (var word = 0; word < words.Count; word++)
        {
            if (words[word].Means(other))
                return word;
        }

        return -1;
    }

    /// <summary>The first place from <paramref name="at"/> on where a word starts, or <paramref name="most"/>.</summary>
    private static int WordStart(ReadOnlySpan<char> text, int at, int most)
    {
        if (at == 0)
            return 0;
        var space = text[at..most].IndexOfAny(' ', '\n');
        return space < 0 ? char.IsLowSurrogate(text[at]) ? at + 1 : at : at + space + 1;
    }

    /// <summary>The last place up to <paramref name="at"/> where a word ends, or <paramref name="at"/> where none does.</summary>
    private static int WordEnd(ReadOnlySpan<char> text, int at, int least)
    {
        if (at == text.Length || at <= least)
            return Math.Max(at, least);
        var space = text[least..at].LastIndexOfAny(' ', '\n');
        return space > 0 ? least + space : char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }
}
