namespace Content.Compiler.Sources;

/// <summary>Writes out the choices of a glob: <c>*.{md,yml}</c> is <c>*.md</c> and <c>*.yml</c>.</summary>
internal static class GlobChoices
{
    private const int Most = 32;

    /// <summary>
    /// All combinations; none where there would be too many, where choices are nested, or where a star would come to stand next to another.
    /// </summary>
    public static IReadOnlyList<string> TryExpand(string pattern)
    {
        var expanded = new List<string> { "" };
        var offset = 0;
        while (offset < pattern.Length)
        {
            var open = pattern.IndexOf('{', offset);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            if (close < 0)
                break;
            var inner = pattern.AsSpan(open + 1, close - open - 1);
            var choices = inner.Count(',') + 1;
            if (inner.Contains('{') || expanded.Count * choices > Most || TouchesStar(pattern, open, close))
                return [];
            var before = pattern[offset..open];
            var next = new List<string>(expanded.Count * choices);
            foreach (var start in expanded)
            {
                foreach (var choice in inner.Split(','))
                    next.Add(string.Concat(start, before, inner[choice]));
            }

            expanded = next;
            offset = close + 1;
        }

        for (var index = 0; index < expanded.Count; index++)
            expanded[index] += pattern[offset..];
        return expanded;
    }

    private static bool TouchesStar(string pattern, int open, int close)
    {
        var inner = pattern.AsSpan(open + 1, close - open - 1);
        return inner.StartsWith('*') || inner.EndsWith('*') || inner.Contains(",*", StringComparison.Ordinal) || inner.Contains("*,", StringComparison.Ordinal)
            || (open > 0 && pattern[open - 1] == '*')
            || (close + 1 < pattern.Length && pattern[close + 1] == '*');
    }
}
