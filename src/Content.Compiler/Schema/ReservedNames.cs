using System.Collections.Frozen;

namespace Content.Compiler.Schema;

/// <summary>Names that generated types have already, whatever is declared.</summary>
internal static class ReservedNames
{
    /// <summary>What every C# object has.</summary>
    public static readonly FrozenSet<string> ObjectMembers = FrozenSet.ToFrozenSet(
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"], StringComparer.Ordinal);

    /// <summary>What every entry has besides; a title may be declared, and is then the entry's.</summary>
    public static readonly FrozenSet<string> EntryMembers = FrozenSet.ToFrozenSet(
        [
            "Aliases", "Body", "Excerpt", "Headings", "IsPublished", "Next", "Previous", "ReadingTime", "Slug", "SourceFile", "Url",
            "WordCount",
        ],
        StringComparer.Ordinal);

    /// <summary>What the catalog has besides its collections (its list of all gives way to a collection of that name).</summary>
    public static readonly FrozenSet<string> CatalogMembers = FrozenSet.ToFrozenSet(["Find"], StringComparer.Ordinal);
}
