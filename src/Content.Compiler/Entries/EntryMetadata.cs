using System.Collections.Immutable;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>The typed metadata of one entry; references and files are not resolved yet.</summary>
public sealed record EntryMetadata
{
    /// <summary>By field index of the collection; null where absent. Defaults are filled in.</summary>
    public required ImmutableArray<FieldValue?> Fields { get; init; }

    /// <summary>What names the entry in a data file of many, at its place there; empty where it is missing. Null of an entry that is all of its file.</summary>
    public TextValue? Key { get; init; }

    /// <summary><c>slug</c>.</summary>
    public TextValue? Slug { get; init; }

    /// <summary>The name by which <c>xref:</c> finds the entry, where its dialect has such names.</summary>
    public TextValue? Uid { get; init; }

    /// <summary><c>url</c>.</summary>
    public TextValue? Url { get; init; }

    /// <summary><c>aliases</c>.</summary>
    public ImmutableArray<TextValue> Aliases { get; init; } = [];

    /// <summary><c>draft</c>.</summary>
    public bool IsDraft { get; init; }

    /// <summary><c>publishDate</c>: not published before this day.</summary>
    public DateOnly? PublishDate { get; init; }

    /// <summary><c>expiryDate</c>: not published from this day on.</summary>
    public DateOnly? ExpiryDate { get; init; }

    /// <summary>Where <see cref="PublishDate"/> is written; nowhere where it is not.</summary>
    public TextRange PublishDateRange { get; init; } = TextRange.Nowhere;

    /// <summary>Where <see cref="ExpiryDate"/> is written; nowhere where it is not.</summary>
    public TextRange ExpiryDateRange { get; init; } = TextRange.Nowhere;

    /// <summary>Where CONTENT1001 and diagnostics about the entry as a whole point: the opening fence, the file's start, or the key of an entry among many.</summary>
    public TextRange Anchor { get; init; } = TextRange.FileStart;

    /// <summary>Whether fields are missing or wrong: the entry is still a link target but its values cannot be relied on.</summary>
    public bool IsBroken { get; init; }

    /// <summary>
    /// Whether what makes the slug and the URL could not be read: they are a guess then, and that they collide with another's is no mistake of its own.
    /// </summary>
    public bool HasUnknownAddress { get; init; }

    /// <summary>Of an article of which nothing is known but that it is there.</summary>
    internal static EntryMetadata Unknown(CollectionDefinition collection) => new()
    {
        Fields = ImmutableArray.CreateRange(new FieldValue?[collection.Fields.Length]),
        IsBroken = true,
        HasUnknownAddress = true,
    };
}
