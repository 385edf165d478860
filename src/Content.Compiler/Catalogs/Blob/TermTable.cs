using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>All terms of the searched entries, and what each counts in which of them.</summary>
/// <param name="expected">How many postings are expected.</param>
internal sealed class TermTable(int expected)
{
    private readonly ByteBuilder bytes = new(1 << 16);

    /// <summary>By posting, in the order of documents: the term, the document and the weight.</summary>
    private int[] postingTerms = GC.AllocateUninitializedArray<int>(Math.Max(16, expected));
    private int[] postingDocuments = GC.AllocateUninitializedArray<int>(Math.Max(16, expected));
    private byte[] postingWeights = GC.AllocateUninitializedArray<byte>(Math.Max(16, expected));
    private int postings;

    private int[] slots = new int[1 << 12];
    private Term[] terms = new Term[1 << 11];
    private int count;

    /// <summary>The postings once more, term by term.</summary>
    private int[] termDocuments = [];
    private byte[] termWeights = [];

    public static uint HashOf(ReadOnlySpan<byte> word)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)word.Length * factor;
        for (; word.Length >= sizeof(ulong); word = word[sizeof(ulong)..])
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word), 29) * factor;
        var rest = 0UL;
        foreach (var part in word)
            rest = rest << 8 | part;
        hash = (hash ^ rest) * factor;
        return (uint)(hash >> 32);
    }

    /// <summary>Says that a document has a term. Documents come in order, and each names a term once.</summary>
    public void Add(ReadOnlySpan<byte> word, uint hash, int document, byte weight)
    {
        var term = Find(word, hash);
        terms[term].Documents++;
        if (postings == postingTerms.Length)
        {
            Array.Resize(ref postingTerms, postings * 2);
            Array.Resize(ref postingDocuments, postings * 2);
            Array.Resize(ref postingWeights, postings * 2);
        }

        postingTerms[postings] = term;
        postingDocuments[postings] = document;
        postingWeights[postings++] = weight;
    }

    public ReadOnlySpan<byte> GetTerm(int term) => bytes.Written.Slice(terms[term].Start, terms[term].Size);

    /// <summary>The first bytes of a term as a number by which terms are ordered, but for those that begin alike.</summary>
    public ulong BeginningOf(int term)
    {
        var bytes = GetTerm(term);
        if (bytes.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var beginning = 0UL;
        for (var place = 0; place < sizeof(ulong); place++)
            beginning = beginning << 8 | (place < bytes.Length ? bytes[place] : 0u);
        return beginning;
    }

    /// <summary>The number of terms.</summary>
    public int Count => count;

    /// <summary>Orders the postings by their terms. Nothing is added from then on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Conclude()
    {
        (termDocuments, termWeights) = (GC.AllocateUninitializedArray<int>(postings), GC.AllocateUninitializedArray<byte>(postings));
        var next = 0;
        for (var term = 0; term < count; term++)
        {
            terms[term].Postings = next;
            next += terms[term].Documents;
        }

        for (var posting = 0; posting < postings; posting++)
        {
            var place = terms[postingTerms[posting]].Postings++;
            termDocuments[place] = postingDocuments[posting];
            termWeights[place] = postingWeights[posting];
        }

        for (var term = 0; term < count; term++)
            terms[term].Postings -= terms[term].Documents;
        (postingTerms, postingDocuments, postingWeights) = ([], [], []);
    }

    /// <summary>Appends the postings of a term, and says how many they are.</summary>
    public int WritePostings(int term, ByteBuilder target)
    {
        var (start, number) = (terms[term].Postings, terms[term].Documents);
        var room = target.GetSpan(number * 6);
        var (used, last) = (0, -1);
        for (var place = start; place < start + number; place++)
        {
            var distance = (uint)(termDocuments[place] - last);
            last = termDocuments[place];
            for (; distance >= 0x80; distance >>= 7)
                room[used++] = (byte)(distance & 0x7F | 0x80);
            room[used++] = (byte)distance;
            room[used++] = termWeights[place];
        }

        target.Advance(used);
        return number;
    }

    private int Find(ReadOnlySpan<byte> word, uint hash)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == 0)
                return Add(word, hash, slot);
            ref var known = ref terms[slots[slot] - 1];
            if (known.Hash == hash && word.SequenceEqual(bytes.Written.Slice(known.Start, known.Size)))
                return slots[slot] - 1;
        }
    }

    private int Add(ReadOnlySpan<byte> word, uint hash, int slot)
    {
        terms[count] = new Term { Hash = hash, Start = bytes.Length, Size = word.Length };
        word.CopyTo(bytes.GetSpan(word.Length));
        bytes.Advance(word.Length);
        slots[slot] = ++count;
        if (count == terms.Length)
            Grow();
        return count - 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        Array.Resize(ref terms, terms.Length * 2);
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var term = 0; term < count; term++)
        {
            var slot = (int)terms[term].Hash & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = term + 1;
        }
    }

    private struct Term
    {
        public uint Hash;
        public int Start;
        public int Size;
        public int Documents;
        public int Postings;
    }
}
