using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Content.Compiler.Articles;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Makes the search section: first the words of every entry, on several threads, then the postings of every term.</summary>
internal static class SearchIndexWriter
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.6f;
    private const float TitleLengthShare = 0.12f;

    /// <summary>The section; empty where no collection is searched.</summary>
    /// <param name="collections">The collections in the order of their numbers.</param>
    /// <param name="known">The words of articles that were counted before, which is added to; null where nothing is kept.</param>
    /// <param name="threads">The most threads to use.</param>
    public static ByteBuilder Write(ImmutableArray<RankedCollection> collections, ConditionalWeakTable<Article, object>? known, int threads)
    {
        if (!collections.Any(collection => collection.Schema.Definition.IsSearched))
            return new ByteBuilder(0);
        var documents = new List<(int Collection, int Rank)>();
        for (var place = 0; place < collections.Length; place++)
        {
            for (var rank = 0; rank < collections[place].Count && collections[place].Schema.Definition.IsSearched; rank++)
                documents.Add((place, rank));
        }

        var words = new DocumentWords[documents.Count];
        ParallelWork.For(threads, words.Length, step: 16, static () => new DocumentWordsReader(), (index, reader) =>
        {
            var collection = collections[documents[index].Collection];
            var entry = collection.GetByRank(documents[index].Rank);
            if (known is not null && known.TryGetValue(entry.Article, out var counted))
            {
                words[index] = (DocumentWords)counted;
                return;
            }

            words[index] = reader.Read(entry, CatalogTitle.FieldOf(collection.Schema.Definition));
            known?.AddOrUpdate(entry.Article, words[index]);
        }, CancellationToken.None);
        var average = (float)words.Sum(document => (double)document.Length) / Math.Max(1, words.Length);
        // Each takes the terms of its share of the hashes, so that no two threads want the same table.
        var tables = new TermTable[Math.Clamp(threads, 1, 8)];
        ParallelWork.For(threads, tables.Length, step: 1, static () => (object?)null, (share, _) => tables[share] = Invert(words, Math.Max(1, average), share, tables.Length), CancellationToken.None);
        return Lay(collections, documents.Count, tables);
    }

    private static TermTable Invert(DocumentWords[] documents, float average, int share, int shares)
    {
        var terms = new TermTable(documents.Length / shares + 1);
        for (var document = 0; document < documents.Length; document++)
        {
            var words = documents[document];
            var length = Saturation * (1 - LengthShare + LengthShare * words.Length / average);
            var titleWeight = SearchFormat.TitleWeight / (1 + TitleLengthShare * Math.Max(0, words.TitleLength - 1));
            var at = 0;
            var packed = words.Packed.Span;
            while (at < packed.Length)
            {
                var (size, text, headings, title) = (packed[at], packed[at + 1] | packed[at + 2] << 8, packed[at + 3], packed[at + 4]);
                var word = packed.Slice(at + 5, size);
                at += 5 + size;
                var hash = TermTable.HashOf(word);
                if (shares > 1 && (hash >> 20) % shares != share)
                    continue;
                var weight = text / (text + length) + (headings > 0 ? SearchFormat.HeadingWeight * headings / (headings + 1) : 0) + (title > 0 ? titleWeight : 0);
                terms.Add(word, hash, document, (byte)Math.Clamp((int)MathF.Round(weight * SearchFormat.Scale), 1, 255));
            }
        }

        terms.Conclude();
        return terms;
    }

    private static ByteBuilder Lay(ImmutableArray<RankedCollection> collections, int documentCount, TermTable[] tables)
    {
        var section = new ByteBuilder(1 << 16);
        var (blocks, terms, postings) = (new ByteBuilder(), new ByteBuilder(1 << 16), new ByteBuilder(1 << 16));
        var order = tables.SelectMany((table, share) => Enumerable.Range(0, table.Count).Select(term => (Share: share, Term: term))).ToArray();
        Array.Sort(order, (left, right) => tables[left.Share].GetTerm(left.Term).SequenceCompareTo(tables[right.Share].GetTerm(right.Term)));
        var last = default(ReadOnlySpan<byte>);
        for (var number = 0; number < order.Length; number++)
        {
            var table = tables[order[number].Share];
            var term = table.GetTerm(order[number].Term);
            var shared = 0;
            if (number % SearchFormat.TermsInBlock == 0)
            {
                blocks.AppendInt32(terms.Length);
                blocks.AppendInt32(postings.Length);
            }
            else
            {
                shared = term.CommonPrefixLength(last);
                AppendVarint(terms, shared);
            }

            AppendVarint(terms, term.Length - shared);
            term[shared..].CopyTo(terms.GetSpan(term.Length - shared));
            terms.Advance(term.Length - shared);
            var start = postings.Length;
            AppendVarint(terms, table.WritePostings(order[number].Term, postings));
            AppendVarint(terms, postings.Length - start);
            last = term;
        }

        var searched = collections.Select((collection, place) => (collection, place)).Where(each => each.collection.Schema.Definition.IsSearched).ToArray();
        section.AppendInt32(documentCount);
        section.AppendInt32(order.Length);
        section.AppendInt32(searched.Length);
        section.AppendInt32(terms.Length);
        section.AppendInt32(postings.Length);
        var first = 0;
        foreach (var (collection, place) in searched)
        {
            section.AppendInt32(place);
            section.AppendInt32(first);
            first += collection.Count;
        }

        foreach (var part in new[] { blocks, terms, postings })
        {
            part.Written.CopyTo(section.GetSpan(part.Length));
            section.Advance(part.Length);
        }

        return section;
    }

    private static void AppendVarint(ByteBuilder target, int value)
    {
        var room = target.GetSpan(5);
        var length = 0;
        for (var rest = (uint)value; ; rest >>= 7)
        {
            room[length++] = (byte)(rest < 0x80 ? rest : rest & 0x7F | 0x80);
            if (rest < 0x80)
                break;
        }

        target.Advance(length);
    }
}
