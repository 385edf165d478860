namespace Content.Runtime;

/// <summary>
/// The layout of a compiled catalog: a header, the table of collections, then six sections. All numbers are little-endian, nothing need be aligned.
/// <code>
/// header | collections | records | data | strings | search | bodies
/// </code>
/// A record is a fixed number of 8-byte slots; a collection's records lie in the ordinal order of their slugs' UTF-8, so that a slug is
/// found by bisection and a symbol of the generated code is a number that no change of dates or prose moves.
/// The search index is a section of its own, which <see cref="SearchFormat"/> lays out; it is empty where no collection asks for one.
/// Slots name text by offset and length in the strings, lists by offset and count in the data. A slot of ones is an absent value.
/// Bodies come last, in the order of the records, so that a build copies those that did not change as a range.
/// </summary>
internal static class CatalogFormat
{
    /// <summary>"Content" and the control character that stops a terminal from showing the rest.</summary>
    public const ulong Magic = 0x1A746E65746E6F43;

    /// <summary>Raised whenever a reader of the last version would misread the next.</summary>
    public const uint Version = 3;

    /// <summary>The logical name of the embedded resource.</summary>
    public const string ResourceName = "Content.Catalog";

    /// <summary>Of the file beside the assembly, behind the assembly's name.</summary>
    public const string FileExtension = ".content";

    /// <summary>The high half of an absent slot: no length, no count, and no finite double has it.</summary>
    public const uint Absent = 0xFFFFFFFF;

    /// <summary>Text of so many UTF-16 units and less is stored once, however many values have it.</summary>
    public const int LongestSharedText = 64;

    /// <summary>Where the header's numbers stand.</summary>
    internal static class Header
    {
        public const int Magic = 0;
        public const int Version = 8;
        public const int CollectionCount = 12;

        /// <summary>What the types and fields of the code are.</summary>
        public const int Shape = 16;
        public const int Length = 24;
        public const int RecordsLength = 32;
        public const int DataLength = 36;
        public const int StringsLength = 40;
        public const int BodiesLength = 44;
        public const int UrlIndex = 48;
        public const int UrlCount = 52;

        /// <summary>Which entries the code numbers.</summary>
        public const int Symbols = 56;

        /// <summary>The text of <c>site</c> in the configuration; absent where there is none.</summary>
        public const int Site = 64;
        public const int SearchLength = 72;
        public const int Size = 80;
    }

    /// <summary>Where the numbers of one collection stand in its row of the table.</summary>
    internal static class Collection
    {
        public const int Name = 0;
        public const int Records = 8;
        public const int Count = 12;
        public const int RecordSize = 16;

        /// <summary>In the data: the ranks in declared order, 4 bytes each.</summary>
        public const int Order = 20;

        /// <summary>In the data: the look-ups, <see cref="Lookup"/> each.</summary>
        public const int Lookups = 24;
        public const int LookupCount = 28;

        /// <summary>In the data: the nodes of the folders and entries, <see cref="TreeNode"/> each, every node before those below it.</summary>
        public const int Tree = 32;
        public const int TreeCount = 36;
        public const int Size = 40;
    }

    /// <summary>The slots that every record of an entry starts with.</summary>
    internal static class Record
    {
        public const int Slug = 0;
        public const int Url = 8;
        public const int Excerpt = 16;
        public const int SourceFile = 24;

        /// <summary>Offset and length in the bodies.</summary>
        public const int Body = 32;

        /// <summary>A list of <see cref="HeadingSize"/> each.</summary>
        public const int Headings = 40;

        /// <summary>A list of text.</summary>
        public const int Aliases = 48;
        public const int WordCount = 56;

        /// <summary>The entry's place in the declared order.</summary>
        public const int Position = 60;
        public const int Flags = 64;

        /// <summary>The entry's node in the tree of its collection.</summary>
        public const int TreeNode = 68;

        /// <summary>A list of ranks, 4 bytes each: the entries that share most tags with this one.</summary>
        public const int Related = 72;

        /// <summary>When the file was last changed, in seconds since 1970, UTC; absent where the build does not say.</summary>
        public const int LastModified = 80;
        public const int Size = 88;
    }

    /// <summary>The bit of <see cref="Record.Flags"/> that says the entry is published.</summary>
    public const uint IsPublished = 1;

    /// <summary>A heading: level, text, id.</summary>
    public const int HeadingSize = 24;

    /// <summary>The bit of <see cref="TreeNode.Flags"/> that says what is below is to be seen from the start.</summary>
    public const uint IsExpanded = 1;

    /// <summary>A node of a tree: a folder, an entry, a folder with its index, or a link that leads elsewhere.</summary>
    internal static class TreeNode
    {
        /// <summary>The rank of the entry; -1 where there is none.</summary>
        public const int Rank = 0;

        /// <summary>The number of the node above, which is a lower one; -1 for the first, which is the root.</summary>
        public const int Parent = 4;

        /// <summary>What the node is called; empty where it is called as its entry.</summary>
        public const int Title = 8;

        /// <summary>Where the node leads; empty where that is the entry's address, or nowhere.</summary>
        public const int Url = 16;
        public const int Flags = 24;
        public const int Size = 28;
    }

    /// <summary>A look-up: from a key to ranks in declared order.</summary>
    internal static class Lookup
    {
        /// <summary>In the data: text keys in ordinal order of UTF-8, 8 bytes each; without meaning where keys are numbers.</summary>
        public const int Keys = 0;
        public const int KeyCount = 4;

        /// <summary>In the data: for each key, and once more for the end, where its ranks start; 4 bytes each, counted in ranks.</summary>
        public const int Starts = 8;

        /// <summary>In the data: the ranks, 4 bytes each.</summary>
        public const int Ranks = 12;
        public const int Size = 16;
    }

    /// <summary>A row of the URL index: key (decoded, no slash at its end), collection, rank; in ordinal order of the keys' UTF-8.</summary>
    internal static class UrlRow
    {
        public const int Key = 0;
        public const int Collection = 8;
        public const int Rank = 12;
        public const int Size = 16;
    }
}
