using System.Buffers.Binary;
using System.Text;
using static Content.Runtime.SearchFormat;

namespace Content.Runtime;

/// <summary>The search section of a catalog, read in place. Nothing but its header is looked at before somebody searches.</summary>
internal sealed class SearchIndex
{
    private readonly ContentCatalog catalog;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int collectionCount;
    private readonly int blocks;
    private readonly int terms;
    private readonly int postings;

    public SearchIndex(ContentCatalog catalog)
    {
        this.catalog = catalog;
        bytes = catalog.SearchBytes;
        if (bytes.Length < Header.Size)
            throw Damaged();
        DocumentCount = ReadInt32(Header.DocumentCount);
        TermCount = ReadInt32(Header.TermCount);
        collectionCount = ReadInt32(Header.CollectionCount);
        BlockCount = (int)(((long)TermCount + TermsInBlock - 1) / TermsInBlock);
        var start = Header.Size + (long)collectionCount * Collection.Size;
        var termsStart = start + (long)BlockCount * Block.Size;
        var (termsLength, postingsLength) = (ReadInt32(Header.TermsLength), ReadInt32(Header.PostingsLength));
        // A document is an entry, which takes more bytes than these.
        if ((DocumentCount | TermCount | collectionCount | termsLength | postingsLength) < 0 || DocumentCount > catalog.RecordsLength
            || termsStart + termsLength + postingsLength != bytes.Length)
        {
            throw Damaged();
        }

        blocks = (int)start;
        terms = (int)termsStart;
        postings = terms + termsLength;
    }

    public ContentCatalog Catalog => catalog;

    public int DocumentCount { get; }

    public int TermCount { get; }

    public int BlockCount { get; }

    /// <summary>The postings of all terms.</summary>
    public ReadOnlySpan<byte> Postings => bytes.Span[postings..];

    /// <summary>The hits, best first.</summary>
    public IReadOnlyList<SearchHit> Search(string query, int limit) => new SearchQuery(this, query).Run(limit);

    /// <summary>The entry that a document is.</summary>
    public IContentEntry GetEntry(int document)
    {
        for (var index = collectionCount - 1; index >= 0; index--)
        {
            var row = Header.Size + index * Collection.Size;
            if (ReadInt32(row + Collection.FirstDocument) is >= 0 and var first && first <= document)
                return catalog.GetEntry(ReadInt32(row + Collection.Place), document - first);
        }

        throw Damaged();
    }

    /// <summary>Where the terms and the postings of a block start; those of the block behind the last are the lengths of all.</summary>
    public (int Terms, int Postings) GetBlock(int block)
    {
        if (block >= BlockCount)
            return (postings - terms, bytes.Length - postings);
        var row = blocks + block * Block.Size;
        var (atTerm, atPosting) = (ReadInt32(row + Block.Terms), ReadInt32(row + Block.Postings));
        return (uint)atTerm <= (uint)(postings - terms) && (uint)atPosting <= (uint)(bytes.Length - postings) ? (atTerm, atPosting) : throw Damaged();
    }

    /// <summary>The bytes from one block's start to another's.</summary>
    public (ReadOnlyMemory<byte> Terms, ReadOnlyMemory<byte> Postings) GetBlocks(int from, int to)
    {
        var (first, last) = (GetBlock(from), GetBlock(to));
        return first.Terms <= last.Terms && first.Postings <= last.Postings
            ? (bytes[(terms + first.Terms)..(terms + last.Terms)], bytes[(postings + first.Postings)..(postings + last.Postings)])
            : throw Damaged();
    }

    /// <summary>The first term that is not before <paramref name="word"/>.</summary>
    public TermCursor Seek(ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, BlockCount - 1);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high + 1) / 2);
            if (FirstTerm(middle).SequenceCompareTo(word) <= 0)
                low = middle;
            else
                high = middle - 1;
        }

        var cursor = new TermCursor(this, low);
        while (cursor.MoveNext() && cursor.Term.SequenceCompareTo(word) < 0)
        {
        }

        return cursor;
    }

    /// <summary>The first term of a block.</summary>
    public ReadOnlySpan<byte> FirstTerm(int block)
    {
        var at = GetBlock(block).Terms;
        var length = ReadVarint(TermBytes, ref at);
        return (uint)length <= (uint)(TermBytes.Length - at) ? TermBytes.Slice(at, length) : throw Damaged();
    }

    public InvalidDataException Damaged() => catalog.Damaged("its search index is not what its header says");

    /// <summary>A varint at <paramref name="at"/>, which moves behind it.</summary>
    public int ReadVarint(ReadOnlySpan<byte> from, ref int at)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if ((uint)at >= (uint)from.Length)
                break;
            var part = from[at++];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                return value <= int.MaxValue ? (int)value : throw Damaged();
        }

        throw Damaged();
    }

    private ReadOnlySpan<byte> TermBytes => bytes.Span[terms..postings];

    private int ReadInt32(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[at..]);

    /// <summary>A place among the terms. Moves forward only.</summary>
    public sealed class TermCursor(SearchIndex index, int block)
    {
        private readonly byte[] term = new byte[SearchWords.LongestWord];
        private int length;
        private int block = block;
        private int left;
        private int at;
        private int nextPostings;

        /// <summary>Whether there is a term here.</summary>
        public bool IsValid { get; private set; }

        public ReadOnlySpan<byte> Term => term.AsSpan(0, length);

        public int DocumentCount { get; private set; }

        public int PostingsStart { get; private set; }

        public int PostingsLength { get; private set; }

        public bool MoveNext()
        {
            var all = index.TermBytes;
            var shared = 0;
            if (left == 0)
            {
                if (block >= index.BlockCount)
                    return IsValid = false;
                (at, nextPostings) = index.GetBlock(block);
                left = Math.Min(TermsInBlock, index.TermCount - block * TermsInBlock);
                block++;
            }
            else
            {
                shared = index.ReadVarint(all, ref at);
            }

            var rest = index.ReadVarint(all, ref at);
            if (shared > length || (uint)rest > (uint)(SearchWords.LongestWord - shared) || rest > all.Length - at)
                throw index.Damaged();
            all.Slice(at, rest).CopyTo(term.AsSpan(shared));
            length = shared + rest;
            at += rest;
            DocumentCount = index.ReadVarint(all, ref at);
            PostingsLength = index.ReadVarint(all, ref at);
            PostingsStart = nextPostings;
            if (PostingsLength > index.Postings.Length - PostingsStart || DocumentCount == 0 || DocumentCount > PostingsLength)
                throw index.Damaged();
            nextPostings += PostingsLength;
            left--;
            return IsValid = true;
        }

        /// <summary>The term here, kept.</summary>
        public FoundTerm Keep() => new(Term.ToArray(), DocumentCount, PostingsStart, PostingsLength);

        public override string ToString() => Encoding.UTF8.GetString(Term);
    }
}

/// <summary>A term of the index.</summary>
internal sealed record FoundTerm(byte[] Term, int DocumentCount, int PostingsStart, int PostingsLength);
