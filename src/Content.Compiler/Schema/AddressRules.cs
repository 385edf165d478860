using System.Collections.Immutable;

namespace Content.Compiler.Schema;

/// <summary>Which keys of front matter say where an article is found, besides <see cref="SpecialKeys"/>, and how they are to be read.</summary>
public sealed record AddressRules
{
    /// <summary>None, and everything as it is documented.</summary>
    public static AddressRules Default { get; } = new();

    /// <summary>Keys that say the whole URL, as <c>url</c> does.</summary>
    public ImmutableArray<string> UrlKeys { get; init; } = [];

    /// <summary>Keys that say other URLs, as <c>aliases</c> does.</summary>
    public ImmutableArray<string> AliasKeys { get; init; } = [];

    /// <summary>The key that gives the last segment of the slug where <c>slug</c> does not.</summary>
    public string? NameKey { get; init; }

    /// <summary>The key that is false for a draft.</summary>
    public string? PublishedKey { get; init; }

    /// <summary>How <c>slug</c> is read.</summary>
    public SlugKey Slug { get; init; }

    /// <summary>How <c>aliases</c> are read.</summary>
    public AliasesKey Aliases { get; init; }

    /// <summary>The key that gives the name by which <c>xref:</c> finds the article, wherever it lies.</summary>
    public string? UidKey { get; init; }

    /// <summary>All keys that mean something here and nothing elsewhere.</summary>
    public IEnumerable<string> Keys => [.. UrlKeys, .. AliasKeys, .. new[] { UidKey, NameKey, PublishedKey }.OfType<string>()];
}

/// <summary>How <c>slug</c> is read.</summary>
public enum SlugKey
{
    /// <summary>It takes the place of the last segment.</summary>
    Segment,

    /// <summary>It takes the place of the last segment and may have several, or begin with <c>/</c> and take the place of all.</summary>
    Path,

    /// <summary>It takes the place of all segments.</summary>
    Whole,
}

/// <summary>How <c>aliases</c> are read.</summary>
public enum AliasesKey
{
    /// <summary>Paths from the root of the site.</summary>
    FromRoot,

    /// <summary>Paths from the folder of the article's own address, unless they begin with <c>/</c>.</summary>
    FromPage,

    /// <summary>Other names of the article, and no addresses.</summary>
    Names,
}
