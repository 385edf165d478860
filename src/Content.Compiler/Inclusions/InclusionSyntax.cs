using Content.Compiler.Text;
using Markdig.Syntax;

namespace Content.Compiler.Inclusions;

/// <summary>A place at which an article takes in another. Spans count in the text that is parsed.</summary>
/// <param name="Span">What is replaced by the other's text.</param>
/// <param name="Path">The other, not encoded, relative to the file that this is written in.</param>
/// <param name="PathSpan">Where that is written.</param>
/// <param name="Fragment">The id of the heading whose section is taken in; null for the whole.</param>
/// <param name="FragmentSpan">Where that is written.</param>
/// <param name="IsBlock">Whether what is taken in stands in blocks of its own, and not within a paragraph.</param>
/// <param name="Place">Where the path counts from.</param>
internal readonly record struct Inclusion(
    TextSpan Span, string Path, TextSpan PathSpan, string? Fragment, TextSpan FragmentSpan, bool IsBlock, InclusionPlace Place = InclusionPlace.Beside);

/// <summary>Where the path of something to take in counts from.</summary>
internal enum InclusionPlace
{
    /// <summary>The folder of the file that names it.</summary>
    Beside,

    /// <summary>The content root.</summary>
    Root,

    /// <summary>Anywhere: it is the name of an article, or the end of its path, with or without its extension.</summary>
    Anywhere,
}

/// <summary>A way to write that an article takes in another. What it looks for is never found in code, because it looks at a parsed text.</summary>
internal interface IInclusionSyntax
{
    /// <summary>Whether there can be any, told in no time: only then is the text parsed for it.</summary>
    bool MayBeIn(ReadOnlySpan<char> text);

    /// <summary>Adds what is in <paramref name="document"/>, which was parsed from <paramref name="text"/>; in any order.</summary>
    void Find(MarkdownDocument document, string text, List<Inclusion> found);
}
