using System.Collections.Immutable;

namespace Content.Compiler.Schema;

/// <summary>What articles may have of HTML.</summary>
public sealed record HtmlPolicy
{
    /// <summary>All of it: authors are trusted.</summary>
    public static HtmlPolicy AllowAll { get; } = new();

    /// <summary>What becomes of it.</summary>
    public HtmlMode Mode { get; init; }

    /// <summary>The elements that stay.</summary>
    public AllowedNames Elements { get; init; } = AllowedNames.Usual;

    /// <summary>The attributes that stay.</summary>
    public AllowedNames Attributes { get; init; } = AllowedNames.Usual;

    /// <summary>The schemes of addresses that stay.</summary>
    public AllowedNames Schemes { get; init; } = AllowedNames.Usual;
}

/// <summary>What becomes of the HTML in articles.</summary>
public enum HtmlMode
{
    /// <summary>It comes out as it is written.</summary>
    Allow,

    /// <summary>What could harm a reader is taken out: CONTENT3006.</summary>
    Sanitize,

    /// <summary>There is to be none: CONTENT3005.</summary>
    Forbid,
}

/// <summary>Names that are allowed, in relation to the usual ones.</summary>
/// <param name="All">Those that are allowed, in place of the usual ones; null for these.</param>
/// <param name="Added">Those that are allowed besides.</param>
/// <param name="Removed">Those of the usual ones that are not.</param>
public sealed record AllowedNames(ImmutableArray<string>? All, ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    /// <summary>The usual ones.</summary>
    public static AllowedNames Usual { get; } = new(null, [], []);

    /// <summary>The names, in small letters, given which ones are usual.</summary>
    public IEnumerable<string> Over(IEnumerable<string> usual) => (All ?? [.. usual]).Except(Removed).Union(Added);
}
