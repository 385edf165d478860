using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>An article with its address: routed, its references and files resolved.</summary>
public sealed record Entry
{
    /// <summary>The facts it is made of.</summary>
    public required Article Article { get; init; }

    /// <summary>Its collection.</summary>
    public required CollectionDefinition Collection { get; init; }

    /// <summary>Unique in the collection; may hold slashes.</summary>
    public required string Slug { get; init; }

    /// <summary>Root-relative, base path applied, percent-encoded where a URL needs it, such as <c>/docs/blog/hello/</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Other addresses of the entry, base path applied.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The C# name made of the slug, such as <c>Wpf_HowToX</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Not a draft, and within its publishing dates on the build's date.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>The typed fields with references and files resolved; by field index.</summary>
    public required ImmutableArray<FieldValue?> Fields { get; init; }

    /// <summary>
    /// By link of the article: the URL that takes the place of what the author wrote, not yet escaped for HTML; null keeps what is written.
    /// Empty for a data entry or before linking.
    /// </summary>
    public ImmutableArray<string?> LinkUrls { get; init; } = [];

    /// <summary>By link of the article: the image that it shows, where the page is to say how large that is. Empty where the configuration does not ask for it.</summary>
    internal ImmutableArray<LinkedImage> LinkImages { get; init; } = [];

    /// <summary>Whether both are the same to all who do not look into the article: the very same address, fields and state.</summary>
    internal bool DiffersInContentAlone(Entry other) =>
        Article.Place == other.Article.Place && Slug == other.Slug && Url == other.Url && Aliases == other.Aliases && Symbol == other.Symbol
        && IsPublished == other.IsPublished && Fields == other.Fields;
}

/// <summary>What an image element is to say besides its address.</summary>
/// <param name="Width">In pixels; 0 where there is nothing to say.</param>
/// <param name="Height">In pixels.</param>
/// <param name="IsLazy">Whether it is loaded when it comes into view.</param>
internal readonly record struct LinkedImage(int Width, int Height, bool IsLazy);
