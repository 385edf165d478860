namespace Content.Runtime;

/// <summary>An entry that a search found.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Heading">The heading of the part that fits best; null where that is what stands before the first heading, or the title alone.</param>
/// <param name="Url">The address of that part: the entry's, with the heading's id as fragment.</param>
/// <param name="Snippet">Plain text around the words that were found; not HTML.</param>
/// <param name="Matches">Where those words stand in <paramref name="Snippet"/>, in order.</param>
/// <param name="Score">How well it fits, more than 0. Scores of one search compare; those of two do not.</param>
public sealed record SearchHit(IContentEntry Entry, Heading? Heading, string Url, string Snippet, IReadOnlyList<SearchMatch> Matches, double Score);

/// <summary>A place in a text.</summary>
/// <param name="Start">From 0, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct SearchMatch(int Start, int Length);

/// <summary>A file of the search index, as a static site serves it.</summary>
/// <param name="Path">Relative to the folder of the index, with <c>/</c>.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SearchFile(string Path, string ContentType, ReadOnlyMemory<byte> Content);
