using Content.Runtime;

namespace Content.Compiler.Diagnostics;

/// <summary>Finds what an author probably meant.</summary>
public static class Suggestion
{
    /// <summary>Texts beyond this are compared as a whole only: nobody misspells them by hand, and the time stays bounded.</summary>
    private const int LongestCompared = 256;

    /// <summary>Letters are counted in this many buckets; two letters that share one only make texts look more alike.</summary>
    private const int LetterKinds = 64;

    /// <summary>
    /// The candidate nearest to <paramref name="written"/>: one that differs only by case if there is one, else the one with the fewest
    /// insertions, deletions, replacements and swaps of neighbours, at most a third of the longer text's length. Null where none is near.
    /// Ties go to the one that begins alike, then to the ordinally first, so that the answer does not depend on the order of the candidates.
    /// </summary>
    public static string? Closest(string written, IEnumerable<string> candidates)
    {
        var limitOfLength = written.Length <= LongestCompared;
        Span<char> folded = stackalloc char[limitOfLength ? written.Length : 0];
        Span<char> other = stackalloc char[LongestCompared];
        Span<int> rows = stackalloc int[limitOfLength ? EditDistance.RoomFor(LongestCompared) : 0];
        if (limitOfLength)
            written.AsSpan().ToUpperInvariant(folded);
        Span<int> letters = stackalloc int[LetterKinds];
        Span<int> lettersLeft = stackalloc int[LetterKinds];
        foreach (var letter in folded)
            letters[letter % LetterKinds]++;

        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (string.Equals(candidate, written, StringComparison.Ordinal))
                continue;
            var distance = int.MaxValue;
            if (string.Equals(candidate, written, StringComparison.OrdinalIgnoreCase))
            {
                distance = 0;
            }
            else if (limitOfLength && candidate.Length <= LongestCompared)
            {
                var limit = Math.Min(bestDistance, Math.Max(written.Length, candidate.Length) / 3);
                if (Math.Abs(written.Length - candidate.Length) > limit)
                    continue;
                var foldedCandidate = other[..candidate.Length];
                candidate.AsSpan().ToUpperInvariant(foldedCandidate);
                letters.CopyTo(lettersLeft);
                if (LeastEdits(folded.Length, lettersLeft, foldedCandidate) <= limit)
                    distance = EditDistance.Within(limit, folded, foldedCandidate, rows);
            }

            if (distance < bestDistance
                || (distance == bestDistance && best is not null && IsNearer(written, candidate, best)))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>
    /// Whether <paramref name="meant"/> is what somebody wrote <paramref name="written"/> for by a slip of the fingers: another case, or an edit for every four
    /// letters. What differs by a number is another one of its kind, as chapter 3 is not chapter 1.
    /// </summary>
    public static bool IsSlip(string written, string meant) => !DiffersByNumber(written, meant)
        && (string.Equals(written, meant, StringComparison.OrdinalIgnoreCase)
            || (written.Length <= LongestCompared && meant.Length <= LongestCompared
                && EditDistance.Within(Math.Max(1, written.Length / 4), written.ToUpperInvariant(), meant.ToUpperInvariant(), new int[EditDistance.RoomFor(LongestCompared)])
                    <= Math.Max(1, written.Length / 4)));

    /// <summary>Whether two texts have other digits: each then names one of several, and is no misspelling of the other.</summary>
    public static bool DiffersByNumber(string written, string meant) =>
        !written.Where(char.IsAsciiDigit).SequenceEqual(meant.Where(char.IsAsciiDigit));

    /// <summary>Whether none of the candidates but <paramref name="meant"/> is near, so that nothing else can have been meant; nor a number another.</summary>
    public static bool IsOnlyOne(string written, string meant, IEnumerable<string> candidates)
    {
        var others = candidates.Where(candidate => !string.Equals(candidate, meant, StringComparison.Ordinal));
        if (DiffersByNumber(written, meant))
            return false;
        return string.Equals(written, meant, StringComparison.OrdinalIgnoreCase)
            ? !others.Any(other => string.Equals(written, other, StringComparison.OrdinalIgnoreCase) && !string.Equals(written, other, StringComparison.Ordinal))
            : Closest(written, others) is null;
    }

    /// <summary>Of two that are equally near, the one that begins alike: hardly anybody mistypes the first letter.</summary>
    private static bool IsNearer(string written, string candidate, string best)
    {
        var (candidateBegins, bestBegins) = (BeginsAlike(written, candidate), BeginsAlike(written, best));
        return candidateBegins != bestBegins ? candidateBegins : string.CompareOrdinal(candidate, best) < 0;
    }

    private static bool BeginsAlike(string left, string right) =>
        left.Length > 0 && right.Length > 0 && char.ToUpperInvariant(left[0]) == char.ToUpperInvariant(right[0]);

    /// <summary><c> Did you mean 'x'?</c> with the space before it, to end a message with; empty where nothing is near.</summary>
    public static string Hint(string written, IEnumerable<string> candidates) => Hint(Closest(written, candidates));

    /// <summary><c> Did you mean 'x'?</c> with the space before it, to end a message with; empty for null.</summary>
    public static string Hint(string? suggestion) => suggestion is null ? "" : $" Did you mean {Quoted.Whole(suggestion)}?";

    /// <summary>The hint, or where there is no suggestion <paramref name="advice"/>, with the space before it.</summary>
    public static string HintOr(string? suggestion, string advice) => suggestion is not null ? Hint(suggestion) : advice.Length > 0 ? " " + advice : "";

    /// <summary>
    /// How many edits it takes at least, by the letters alone, whatever their order: what one text has more of than the other has to come or go.
    /// </summary>
    private static int LeastEdits(int length, Span<int> lettersLeft, ReadOnlySpan<char> candidate)
    {
        var added = 0;
        foreach (var letter in candidate)
        {
            if (--lettersLeft[letter % LetterKinds] < 0)
                added++;
        }

        return Math.Max(added, length - (candidate.Length - added));
    }
}
