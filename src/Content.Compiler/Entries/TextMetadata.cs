using System.Collections.Immutable;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Entries;

/// <summary>What the text offers as metadata; used while the fields are read and then dropped.</summary>
/// <param name="Head">Of an HTML article without front matter: title, metas and lang of its head. Spans count in the file.</param>
/// <param name="Extracted">
/// By field index, for fields with <c>from</c>: what the selector found, in document order, trimmed and collapsed, each with its place in the source.
/// Empty (or default) where the collection extracts nothing.
/// </param>
public sealed record TextMetadata(MetadataMapping? Head, ImmutableArray<ImmutableArray<MetadataScalar>> Extracted)
{
    /// <summary>Nothing.</summary>
    public static TextMetadata None { get; } = new(null, []);

    /// <summary>Whether the collection takes the body by a selector, and it found nothing.</summary>
    public bool IsBodyMissing { get; init; }

    /// <summary>Whether the text could not be searched, which has been reported: what is not there is then not missing.</summary>
    public bool IsGivenUp { get; init; }
}
