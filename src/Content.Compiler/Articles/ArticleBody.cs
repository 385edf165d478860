using System.Collections.Immutable;

namespace Content.Compiler.Articles;

/// <summary>
/// A rendered body with slots where URLs of links stand. The body is rendered once, without knowing other files;
/// when the site is linked each slot either keeps what stands in it or gets the target's URL.
/// </summary>
/// <param name="Utf8">The HTML, each slot holding the destination as rendered from what the author wrote.</param>
/// <param name="Slots">In order of offset, not overlapping.</param>
public sealed record ArticleBody(ReadOnlyMemory<byte> Utf8, ImmutableArray<LinkSlot> Slots)
{
    /// <summary>An empty body.</summary>
    public static ArticleBody Empty { get; } = new(ReadOnlyMemory<byte>.Empty, []);
}

/// <summary>Where the URL of a link stands in the body.</summary>
/// <param name="Offset">In bytes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Link">Index into the article's links; a link can have several slots (a reference used twice is two links, though).</param>
public readonly record struct LinkSlot(int Offset, int Length, int Link);
