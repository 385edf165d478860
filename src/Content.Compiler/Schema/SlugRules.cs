using System.Collections.Immutable;

namespace Content.Compiler.Schema;

/// <summary>How files become slugs.</summary>
public sealed record SlugRules
{
    /// <summary>Letters keep their case, and <c>index</c> is the index of its folder.</summary>
    public static SlugRules Default { get; } = new();

    /// <summary>Whether all letters become small ones.</summary>
    public bool IsLower { get; init; }

    /// <summary>What becomes of signs.</summary>
    public SlugSigns Signs { get; init; }

    /// <summary>Whether the date that a file's name begins with stays in the slug; it is the date of the entry in any case.</summary>
    public bool KeepsDate { get; init; }

    /// <summary>The names, without extension, of files that are the index of their folder. Where a folder has several, the first that it has.</summary>
    public ImmutableArray<string> IndexNames { get; init; } = ["index"];

    /// <summary>How <see cref="IndexNames"/> are compared: where they are configured, <c>README</c> is <c>readme</c>.</summary>
    public StringComparison IndexComparison { get; init; } = StringComparison.Ordinal;

    /// <summary>Whether a number that a name begins with, as in <c>01-intro</c>, only says the order.</summary>
    public bool DropsNumbers { get; init; }

    /// <summary>Whether a file that has the name of its folder is the index of it.</summary>
    public bool FolderNameIsIndex { get; init; }

    /// <summary>The place of a file's name among <see cref="IndexNames"/>; -1 where it is none of them.</summary>
    public int IndexRank(ReadOnlySpan<char> name)
    {
        for (var rank = 0; rank < IndexNames.Length; rank++)
        {
            if (name.Equals(IndexNames[rank], IndexComparison))
                return rank;
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool Equals(SlugRules? other) => other is not null && IsLower == other.IsLower && Signs == other.Signs && KeepsDate == other.KeepsDate && DropsNumbers == other.DropsNumbers && FolderNameIsIndex == other.FolderNameIsIndex && IndexComparison == other.IndexComparison && IndexNames.SequenceEqual(other.IndexNames);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsLower, IndexNames.Length);
}

/// <summary>What becomes of the signs in the names of files when they become slugs.</summary>
public enum SlugSigns
{
    /// <summary>They divide words.</summary>
    Divide,

    /// <summary>Those that need no escape in a URL stay, such as dots and underscores; the rest divides words.</summary>
    Unreserved,

    /// <summary>Hyphens and underscores stay, spaces become hyphens, and the rest goes, as in the ids of headings.</summary>
    GitHub,
}
