using Content.Runtime;

namespace Content.AspNetCore;

/// <summary>What somebody searched for, and what was found.</summary>
/// <param name="Query">As it was typed; empty where nothing was yet.</param>
/// <param name="Hits">The best first.</param>
public sealed record ContentSearch(string Query, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>The snippet of a hit in parts, each with whether it was found: <c>mark</c> those.</summary>
    /// <param name="hit">One of <see cref="Hits"/>.</param>
    public static IEnumerable<(string Text, bool IsMatch)> PartsOf(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var from = 0;
        foreach (var match in hit.Matches)
        {
            if (match.Start > from)
                yield return (hit.Snippet[from..match.Start], false);
            yield return (hit.Snippet.Substring(match.Start, match.Length), true);
            from = match.Start + match.Length;
        }

        if (from < hit.Snippet.Length)
            yield return (hit.Snippet[from..], false);
    }
}
