namespace Onigwrap;

/// <summary>
/// Finds which of several expressions matches first. It takes the place of the class of this name in the package Onigwrap, which compiles every expression
/// and searches every line for it once for each rule that names it; a grammar's rules name the same few hundred again and again. Here an expression is
/// compiled once in a process, a thread that has looked for it in a line knows where it is, whichever rule asks, and it is not looked for where it cannot be. So
/// coloured code costs half.
/// </summary>
/// <param name="regexps">The expressions; of those that match at one place the first counts.</param>
public sealed class OnigScanner(string[] regexps)
{
    private readonly Pattern[] patterns = Array.ConvertAll(regexps, Pattern.Of);

    /// <summary>The first match at or behind <paramref name="charOffset"/>; null where there is none.</summary>
    public IOnigNextMatchResult? FindNextMatchSync(ReadOnlyMemory<char> source, in int charOffset)
    {
        var searches = ThreadSearches.Current;
        var found = -1;
        var first = int.MaxValue;
        IOnigCaptureIndex[] captures = [];
        for (var index = 0; index < patterns.Length && first > charOffset; index++)
        {
            ref var match = ref patterns[index].Search(source, charOffset, searches);
            if (match.Start >= 0 && match.Start < first)
                (found, first, captures) = (index, match.Start, match.Captures);
        }

        return found < 0 ? null : new NextMatch(found, captures);
    }

    private sealed class NextMatch(int index, IOnigCaptureIndex[] captures) : IOnigNextMatchResult
    {
        public int GetIndex() => index;

        public IOnigCaptureIndex[] GetCaptureIndices() => captures;
    }
}
