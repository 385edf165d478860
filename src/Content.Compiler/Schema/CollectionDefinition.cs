using System.Collections.Immutable;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Schema;

/// <summary>One collection as content.json declares it.</summary>
public sealed record CollectionDefinition
{
    /// <summary>Its key in content.json, such as <c>posts</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The C# type of an entry, such as <c>Post</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>Its property on the catalog, such as <c>Posts</c>.</summary>
    public required string PropertyName { get; init; }

    /// <summary>Where it is declared, for diagnostics about it; the file's start for the built-in one.</summary>
    public TextRange Range { get; init; } = TextRange.FileStart;

    /// <summary>Which files below the root are its entries.</summary>
    public required GlobSet Files { get; init; }

    /// <summary>How entries lie in a data file.</summary>
    public EntryLayout Layout { get; init; }

    /// <summary>The field that is the slug of an entry in a list; of a mapping the field that is its key, or null.</summary>
    public string? EntryKey { get; init; }

    /// <summary>The part of the first glob without wildcards: empty, or such as <c>posts</c>. Slugs count from it.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>The URL of an entry.</summary>
    public required UrlTemplate Url { get; init; }

    /// <summary>The declared order; ties are broken by slug, ordinal.</summary>
    public ImmutableArray<OrderKey> Order { get; init; } = [];

    /// <summary>What becomes of keys that are no field.</summary>
    public UnknownFieldPolicy UnknownFields { get; init; }

    /// <summary>How articles become C# symbols.</summary>
    public SymbolStyle Symbols { get; init; }

    /// <summary>A CSS selector: only the inner HTML of its first match is the body. Null: the whole.</summary>
    public string? BodySelector { get; init; }

    /// <summary>Whether the text of its entries is in the search index.</summary>
    public bool IsSearched { get; init; }

    /// <summary>The fields in the order declared.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; init; } = [];

    /// <summary>The index of the field with this key, or -1.</summary>
    public int IndexOfField(string key)
    {
        for (var index = 0; index < Fields.Length; index++)
        {
            if (string.Equals(Fields[index].Key, key, StringComparison.Ordinal))
                return index;
        }

        return -1;
    }
}

/// <summary>How entries lie in a data file.</summary>
public enum EntryLayout
{
    /// <summary>The file is one.</summary>
    Single,

    /// <summary>The file is a list of them.</summary>
    List,

    /// <summary>The file has a key for each.</summary>
    Map,
}

/// <summary>One key of a declared order.</summary>
/// <param name="FieldIndex">Into the collection's fields; -1 is the slug.</param>
/// <param name="Descending">Largest first. Entries without a value come last either way.</param>
public sealed record OrderKey(int FieldIndex, bool Descending);

/// <summary>What becomes of keys that are no field.</summary>
public enum UnknownFieldPolicy
{
    /// <summary>CONTENT1003 as a warning.</summary>
    Warn,

    /// <summary>Nothing.</summary>
    Ignore,

    /// <summary>CONTENT1003 as an error.</summary>
    Error,
}

/// <summary>How articles become C# symbols.</summary>
public enum SymbolStyle
{
    /// <summary>A property each.</summary>
    Properties,

    /// <summary>An enum member each.</summary>
    Ids,

    /// <summary>None.</summary>
    None,
}
