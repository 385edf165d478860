namespace Content.Runtime;

/// <summary>
/// The search section of a catalog. All numbers are little-endian.
/// <code>
/// header | collections | blocks | terms | postings
/// </code>
/// Documents are numbered through the searched collections, in each by rank. Terms are sorted by their UTF-8, sixteen to a block: of the first of a block
/// its length and bytes, of the others the bytes shared with the one before, then the length and bytes of the rest; behind each the documents that have it
/// and the bytes of its postings. A posting is the distance to the document before it and one byte that says how much the term counts there: how often it
/// occurs in a text of that length, and whether in headings and the title. So a score is a sum of such bytes, each times how rare its term is.
/// Lengths and distances are varints: seven bits a byte, the lowest first, with the highest bit where more follow.
/// </summary>
internal static class SearchFormat
{
    public const int TermsInBlock = 16;

    /// <summary>What the byte of a posting is divided by: a term that only occurs in the text counts less than 1.</summary>
    public const float Scale = 255f / MostWeight;

    /// <summary>The most that a term counts: in the text, in headings and in the title.</summary>
    public const float MostWeight = 1f + HeadingWeight + TitleWeight;

    public const float HeadingWeight = 0.7f;
    public const float TitleWeight = 1.6f;

    /// <summary>Where the header's numbers stand.</summary>
    internal static class Header
    {
        public const int DocumentCount = 0;
        public const int TermCount = 4;
        public const int CollectionCount = 8;
        public const int TermsLength = 12;
        public const int PostingsLength = 16;
        public const int Size = 20;
    }

    /// <summary>A searched collection: its place in the catalog, and the number of its first document.</summary>
    internal static class Collection
    {
        public const int Place = 0;
        public const int FirstDocument = 4;
        public const int Size = 8;
    }

    /// <summary>A block of terms: where its terms and its postings start.</summary>
    internal static class Block
    {
        public const int Terms = 0;
        public const int Postings = 4;
        public const int Size = 8;
    }
}
