using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Content.Runtime;

/// <summary>
/// One search. Whatever is typed, the work is bounded: so many letters and words of the query count, so many terms are tried for a word,
/// and so many documents are looked at for the beginning of one.
/// </summary>
internal sealed class SearchQuery
{
    /// <summary>The letters of a query that count.</summary>
    private const int LongestQuery = 400;

    /// <summary>The different words of a query that count; a bit of a mask each.</summary>
    private const int MostWords = 24;

    /// <summary>The terms that a beginning is completed to, those of most documents first.</summary>
    private const int MostCompletions = 32;

    /// <summary>The terms that are looked at for those.</summary>
    private const int MostTermsSeen = 3000;

    /// <summary>The postings that are read for the completions of one beginning; of the term that is just the beginning all are.</summary>
    private const int MostPostingsOfCompletions = 60_000;

    private const float CompletionFactor = 0.7f;
    private const float MisspelledFactor = 0.6f;

    private readonly SearchIndex index;
    private readonly List<SearchedWord> words = [];

    public SearchQuery(SearchIndex index, string query)
    {
        this.index = index;
        ReadWords(query.AsSpan(0, Math.Min(query.Length, LongestQuery)));
    }

    public IReadOnlyList<SearchHit> Run(int limit)
    {
        if (words.Count == 0 || index.DocumentCount == 0)
            return [];
        var count = index.DocumentCount;
        // Bytes, since of their pool the runtime has compiled code.
        var rented = ArrayPool<byte>.Shared.Rent(checked(3 * count * sizeof(float)));
        try
        {
            var numbers = MemoryMarshal.Cast<byte, float>(rented.AsSpan())[..(3 * count)];
            numbers.Clear();
            var scores = numbers[..count];
            var found = numbers.Slice(count, count);
            var of = numbers[(2 * count)..];
            var all = 0f;
            foreach (var word in words)
            {
                if (word.Terms.Count == 0)
                    continue;
                all += word.Rarity;
                Score(word, of);
                for (var document = 0; document < count; document++)
                {
                    if (of[document] == 0)
                        continue;
                    scores[document] += of[document];
                    found[document] += word.Rarity;
                    of[document] = 0;
                }
            }

            var best = SelectBest(scores, found, all, limit);
            var snippets = new SearchSnippets(words);
            var hits = new SearchHit[best.Length];
            for (var place = 0; place < hits.Length; place++)
                hits[place] = snippets.Describe(index.GetEntry(int.MaxValue - (int)best[place]), BitConverter.Int32BitsToSingle((int)(best[place] >> 32)));
            return Array.AsReadOnly(hits);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>
    /// The best, each as its score above its document. Who has more of the words comes first, rare words counting more than frequent ones; of equals the earlier document.
    /// </summary>
    private static long[] SelectBest(ReadOnlySpan<float> scores, ReadOnlySpan<float> found, float all, int limit)
    {
        var best = new BestKeys(limit);
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] == 0)
                continue;
            var share = found[document] / all;
            // The bits of numbers above zero are in the order of the numbers.
            best.Add((long)BitConverter.SingleToInt32Bits(scores[document] * share * share) << 32 | (uint)(int.MaxValue - document));
        }

        return best.Take();
    }

    /// <summary>Into <paramref name="of"/>, by document, what the best term of a word counts.</summary>
    private void Score(SearchedWord word, Span<float> of)
    {
        var count = index.DocumentCount;
        var postings = index.Postings;
        foreach (var term in word.Terms)
        {
            var (at, end, document) = (term.Postings, term.Postings + term.PostingsLength, -1);
            var weight = term.Weight / SearchFormat.Scale;
            while (at < end)
            {
                var distance = (int)postings[at];
                if (distance < 0x80)
                    at++;
                else
                    distance = index.ReadVarint(postings, ref at);
                document += distance;
                if ((uint)document >= (uint)count || at >= end)
                    throw index.Damaged();
                of[document] = Math.Max(of[document], weight * postings[at++]);
            }
        }
    }

    private void ReadWords(ReadOnlySpan<char> query)
    {
        Span<byte> buffer = stackalloc byte[SearchWords.BufferSize];
        var reader = new SearchWords(query, buffer);
        while (words.Count < MostWords && reader.MoveNext())
        {
            var isKnown = false;
            foreach (var known in words)
                isKnown |= known.Word.AsSpan().SequenceEqual(reader.Word);
            if (!isKnown)
                words.Add(new SearchedWord(reader.Word.ToArray()));
            if (reader.End == query.Length || query[reader.End..].IndexOfAnyExcept(' ', '\t', '\n') < 0)
                words[^1].IsLast = words[^1].Word.AsSpan().SequenceEqual(reader.Word);
        }

        foreach (var word in words)
            FindTerms(word);
    }

    private void FindTerms(SearchedWord word)
    {
        var cursor = index.Seek(word.Word);
        if (cursor.IsValid && cursor.Term.SequenceEqual(word.Word))
        {
            Add(word, cursor.Keep(), RarityOf(cursor.DocumentCount));
            word.Rarity = RarityOf(cursor.DocumentCount);
            cursor.MoveNext();
        }

        if (word.IsLast)
            Complete(word, cursor);
        if (word.Terms.Count == 0)
        {
            foreach (var term in new NearTerms(index, word).Find())
            {
                var rarity = RarityOf(term.DocumentCount);
                Add(word, term, rarity * MisspelledFactor);
                word.Rarity = Math.Max(word.Rarity, rarity);
            }
        }
    }

    /// <summary>Adds the terms that begin with a word, from the first behind it on. They count as rare as they are together.</summary>
    private void Complete(SearchedWord word, SearchIndex.TermCursor cursor)
    {
        var found = new BestKeys(MostCompletions);
        var terms = new List<SearchedTerm>();
        var documents = word.Terms.Count == 0 ? 0L : word.Terms[0].Documents;
        for (; terms.Count < MostTermsSeen && cursor.IsValid && cursor.Term.StartsWith(word.Word); cursor.MoveNext())
        {
            found.Add((long)cursor.DocumentCount << 32 | (uint)(int.MaxValue - terms.Count));
            terms.Add(new SearchedTerm(cursor.DocumentCount, cursor.PostingsStart, cursor.PostingsLength, CompletionFactor * (0.5f + 0.5f * word.Word.Length / cursor.Term.Length)));
            documents += cursor.DocumentCount;
        }

        var rarity = RarityOf((int)Math.Min(documents, index.DocumentCount));
        if (word.Terms.Count == 0)
            word.Rarity = rarity;
        var left = MostPostingsOfCompletions;
        foreach (var key in found.Take())
        {
            if (left <= 0)
                break;
            var term = terms[int.MaxValue - (int)key];
            left -= term.Documents;
            word.Terms.Add(term with { Weight = rarity * term.Weight });
        }
    }

    private static void Add(SearchedWord word, FoundTerm term, float weight)
    {
        word.Terms.Add(new SearchedTerm(term.DocumentCount, term.PostingsStart, term.PostingsLength, weight));
        word.Spellings.Add(term.Term);
    }

    /// <summary>What a term in so many documents is worth, as BM25 has it: never less than nothing.</summary>
    private float RarityOf(int documents)
    {
        var with = Math.Min(documents, index.DocumentCount);
        return MathF.Log(1 + (index.DocumentCount - with + 0.5f) / (with + 0.5f));
    }
}

/// <summary>A word of a query, and the terms of the index that it stands for.</summary>
internal sealed class SearchedWord(byte[] word)
{
    public byte[] Word { get; } = word;

    /// <summary>Whether it may be the beginning of one.</summary>
    public bool IsLast { get; set; }

    public List<SearchedTerm> Terms { get; } = [];

    /// <summary>The terms besides those that begin with the word.</summary>
    public List<byte[]> Spellings { get; } = [];

    /// <summary>How much it tells of a document that it has this word.</summary>
    public float Rarity { get; set; }

    /// <summary>Whether a word of a text is this one.</summary>
    public bool Means(ReadOnlySpan<byte> other)
    {
        if (IsLast && other.StartsWith(Word))
            return true;
        foreach (var spelling in Spellings)
        {
            if (other.SequenceEqual(spelling))
                return true;
        }

        return false;
    }

    public override string ToString() => Encoding.UTF8.GetString(Word);
}

/// <summary>A term that is searched for.</summary>
internal readonly record struct SearchedTerm(int Documents, int Postings, int PostingsLength, float Weight);
