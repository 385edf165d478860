using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Makes the search section: first the words of every entry, on several threads, then the postings of every term.</summary>
internal static class SearchIndexWriter
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.6f;
    private const float TitleLengthShare = 0.12f;

    /// <summary>The section; empty where no collection is searched.</summary>
    public static ByteBuilder Write(ImmutableArray<RankedCollection> collections, int threads)
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
            words[index] = reader.Read(collection.GetByRank(documents[index].Rank), CatalogTitle.FieldOf(collection.Schema.Definition));
        }, CancellationToken.None);
        var terms = Invert(words);
        return Lay(collections, documents.Count, terms);
    }

    private static TermTable Invert(DocumentWords[] documents)
    {
        var total = 0L;
        foreach (var document in documents)
            total += document.Length;
        var average = Math.Max(1f, (float)total / Math.Max(1, documents.Length));
        var terms = new TermTable(documents.Length);
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
                var weight = text / (text + length) + (headings > 0 ? SearchFormat.HeadingWeight * headings / (headings + 1) : 0) + (title > 0 ? titleWeight : 0);
                terms.Add(packed.Slice(at + 5, size), document, (byte)Math.Clamp((int)MathF.Round(weight * SearchFormat.Scale), 1, 255));
                at += 5 + size;
            }

            documents[document] = default;
        }

        return terms;
    }

    private static ByteBuilder Lay(ImmutableArray<RankedCollection> collections, int documentCount, TermTable table)
    {
        var section = new ByteBuilder(1 << 16);
        var (blocks, terms, postings) = (new ByteBuilder(), new ByteBuilder(1 << 16), new ByteBuilder(1 << 16));
        var order = table.Sort();
        var last = default(ReadOnlySpan<byte>);
        for (var number = 0; number < order.Length; number++)
        {
            var term = table.GetTerm(order[number]);
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
            AppendVarint(terms, table.WritePostings(order[number], postings));
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

    internal static void AppendVarint(ByteBuilder target, int value)
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
