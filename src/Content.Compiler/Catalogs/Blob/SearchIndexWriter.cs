using System.Buffers.Binary;
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
        ParallelWork.For(threads, words.Length, step: 16, () => new DocumentWordsReader(known is null ? DocumentWordsReader.SharedChunk : 0), (index, reader) =>
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

    // Reason: called once a thread, for all that takes time; code that was compiled beforehand stays as it is until it has been called often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TermTable Invert(DocumentWords[] documents, float average, int share, int shares)
    {
        var terms = new TermTable((int)Math.Min(Array.MaxLength / 2, documents.Sum(document => (long)document.Count) / shares * 17 / 16));
        for (var document = 0; document < documents.Length; document++)
        {
            var words = documents[document];
            var length = Saturation * (1 - LengthShare + LengthShare * words.Length / average);
            var titleWeight = SearchFormat.TitleWeight / (1 + TitleLengthShare * Math.Max(0, words.TitleLength - 1));
            var at = 0;
            var packed = words.Packed.Span;
            while (at < packed.Length)
            {
                var head = packed.Slice(at, DocumentWords.HeadSize);
                var (hash, size) = (BinaryPrimitives.ReadUInt32LittleEndian(head), head[4]);
                at += DocumentWords.HeadSize + size;
                if (shares > 1 && (hash >> 20) % (uint)shares != share)
                    continue;
                var word = packed.Slice(at - size, size);
                var (text, headings, title) = (BinaryPrimitives.ReadUInt16LittleEndian(head[5..]), head[7], head[8]);
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
        var order = Order(tables);
        var last = default(ReadOnlySpan<byte>);
        for (var number = 0; number < order.Length; number++)
        {
            var (table, place) = (tables[order[number] % tables.Length], order[number] / tables.Length);
            var term = table.GetTerm(place);
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
            AppendVarint(terms, table.WritePostings(place, postings));
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

    /// <summary>The terms in the order of their bytes, each as its number in its table times the number of tables, and the number of that.</summary>
    private static int[] Order(TermTable[] tables)
    {
        var order = new int[tables.Sum(table => table.Count)];
        var beginnings = new ulong[tables.Length * tables.Max(table => table.Count)];
        var next = 0;
        for (var table = 0; table < tables.Length; table++)
        {
            for (var term = 0; term < tables[table].Count; term++)
            {
                var number = term * tables.Length + table;
                beginnings[number] = tables[table].BeginningOf(term);
                order[next++] = number;
            }
        }

        Array.Sort(order, (left, right) => beginnings[left] != beginnings[right]
            ? beginnings[left].CompareTo(beginnings[right])
            : GetTerm(left).SequenceCompareTo(GetTerm(right)));
        return order;

        ReadOnlySpan<byte> GetTerm(int number) => tables[number % tables.Length].GetTerm(number / tables.Length);
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
