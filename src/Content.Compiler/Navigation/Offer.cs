using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>Something that an author may want to write at a place.</summary>
/// <param name="Label">As a list shows it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Replace">What it takes the place of.</param>
/// <param name="Insert">What is written.</param>
internal sealed record Offer(string Label, OfferKind Kind, TextSpan Replace, string Insert)
{
    /// <summary>Beside the label; or null.</summary>
    public string? Detail { get; init; }

    /// <summary>Markdown; or null.</summary>
    public string? Documentation { get; init; }

    /// <summary>Orders the list; the label where it is null.</summary>
    public string? Order { get; init; }
}

/// <summary>What is offered at a place.</summary>
/// <param name="Items">In no order.</param>
/// <param name="IsCut">Whether there is more, which shows when more is typed.</param>
internal sealed record Offers(ImmutableArray<Offer> Items, bool IsCut = false)
{
    public static Offers None { get; } = new([]);
}

/// <summary>What an offer is.</summary>
internal enum OfferKind
{
    /// <summary>A key of front matter or of content.json.</summary>
    Key,

    /// <summary>A value as such: a date, a type.</summary>
    Value,

    /// <summary>A member of an enum, a boolean.</summary>
    Member,

    /// <summary>An entry.</summary>
    Entry,

    /// <summary>A file that is not an entry.</summary>
    File,

    /// <summary>An anchor, a label.</summary>
    Reference,

    /// <summary>A code of diagnostics.</summary>
    Code,
}
