using System.Collections.Immutable;

namespace Content.Compiler.Inference;

/// <summary>What a foreign site says of itself and its articles need.</summary>
/// <param name="Ignored">Destinations that other tools, later steps or other sites answer.</param>
/// <param name="ShortCodes">What values and short codes stand for.</param>
/// <param name="Routes">What is made besides the articles, and what the host answers.</param>
internal sealed record ForeignExtras(ImmutableArray<string> Ignored, ImmutableSortedDictionary<string, string> ShortCodes, ImmutableArray<string> Routes);
