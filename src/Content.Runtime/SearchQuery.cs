using System.Buffers;
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
        var pool = ArrayPool<float>.Shared;
        var (scores, found, of) = (pool.Rent(count), pool.Rent(count), pool.Rent(count));
        try
        {
            scores.AsSpan(0, count).Clear();
            found.AsSpan(0, count).Clear();
            of.AsSpan(0, count).Clear();
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

            var best = SelectBest(scores.AsSpan(0, count), found, all, limit);
            var snippets = new SearchSnippets(words);
            var hits = new SearchHit[best.Count];
            for (var place = 0; place < hits.Length; place++)
                hits[place] = snippets.Describe(index.GetEntry(best[place].Document), best[place].Score);
            return Array.AsReadOnly(hits);
        }
        finally
        {
            pool.Return(scores);
            pool.Return(found);
            pool.Return(of);
        }
    }

    /// <summary>Who has more of the words comes first, rare words counting more than frequent ones; of equals the earlier document.</summary>
    private static List<(int Document, double Score)> SelectBest(ReadOnlySpan<float> scores, float[] found, float all, int limit)
    {
        var heap = new PriorityQueue<int, (float Score, int Order)>();
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] == 0)
                continue;
            var share = found[document] / all;
            var rank = (scores[document] * share * share, -document);
            if (heap.Count < limit)
                heap.Enqueue(document, rank);
            else if (heap.TryPeek(out _, out var least) && rank.CompareTo(least) > 0)
                heap.EnqueueDequeue(document, rank);
        }

        var best = new List<(int, double)>(heap.Count);
        while (heap.TryDequeue(out var document, out var rank))
            best.Add((document, rank.Score));
        best.Reverse();
        return best;
    }

    /// <summary>Into <paramref name="of"/>, by document, what the best term of a word counts.</summary>
    private void Score(SearchedWord word, float[] of)
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
        var found = new PriorityQueue<(int Documents, int Postings, int Length, int Letters), (int, int)>();
        var documents = word.Terms.Count == 0 ? 0L : word.Terms[0].Documents;
        for (var seen = 0; seen < MostTermsSeen && cursor.IsValid && cursor.Term.StartsWith(word.Word); seen++)
        {
            found.Enqueue((cursor.DocumentCount, cursor.PostingsStart, cursor.PostingsLength, cursor.Term.Length), (cursor.DocumentCount, -seen));
            documents += cursor.DocumentCount;
            if (found.Count > MostCompletions)
                found.Dequeue();
            cursor.MoveNext();
        }

        var rarity = RarityOf((int)Math.Min(documents, index.DocumentCount));
        if (word.Terms.Count == 0)
            word.Rarity = rarity;
        var completions = new List<(int Documents, int Postings, int Length, int Letters)>(found.Count);
        while (found.TryDequeue(out var term, out _))
            completions.Add(term);
        var left = MostPostingsOfCompletions;
        for (var place = completions.Count - 1; place >= 0 && left > 0; place--)
        {
            var term = completions[place];
            left -= term.Documents;
            var factor = CompletionFactor * (0.5f + 0.5f * word.Word.Length / term.Letters);
            word.Terms.Add(new SearchedTerm(term.Documents, term.Postings, term.Length, rarity * factor));
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
