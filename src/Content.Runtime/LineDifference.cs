using System.Text;

namespace Content.Runtime;

/// <summary>What tells two texts apart, line by line, as one reads it in a review.</summary>
internal static class LineDifference
{
    /// <summary>Lines that are alike, shown around those that are not.</summary>
    private const int Context = 3;

    /// <summary>Of longer texts only the first lines that differ are compared.</summary>
    private const int MostCompared = 500;

    /// <summary>The lines that are missing with <c>-</c>, those that are too many with <c>+</c>; null where there is no difference.</summary>
    public static string? Between(string[] expected, string[] actual)
    {
        var start = 0;
        while (start < expected.Length && start < actual.Length && expected[start] == actual[start])
            start++;
        if (start == expected.Length && start == actual.Length)
            return null;
        var text = new StringBuilder();
        if (start > Context)
            text.Append("  …\n");
        for (var index = Math.Max(0, start - Context); index < start; index++)
            text.Append("  ").Append(expected[index]).Append('\n');
        Append(text, Part(expected, start), Part(actual, start));
        if (Math.Max(expected.Length, actual.Length) - start > MostCompared)
            text.Append("  …\n");
        return text.ToString().TrimEnd('\n');
    }

    private static string[] Part(string[] lines, int start) => lines[start..Math.Min(lines.Length, start + MostCompared)];

    private static void Append(StringBuilder text, string[] expected, string[] actual)
    {
        // The length of what is common from two places on: the way along the longer one is the shortest difference.
        var common = new int[expected.Length + 1, actual.Length + 1];
        for (var mine = expected.Length - 1; mine >= 0; mine--)
        {
            for (var theirs = actual.Length - 1; theirs >= 0; theirs--)
                common[mine, theirs] = expected[mine] == actual[theirs] ? common[mine + 1, theirs + 1] + 1 : Math.Max(common[mine + 1, theirs], common[mine, theirs + 1]);
        }

        var (from, to) = (0, 0);
        while (from < expected.Length || to < actual.Length)
        {
            var left = expected.Length - from;
            if (left == actual.Length - to && common[from, to] == left)
            {
                for (var index = 0; index < Math.Min(left, Context); index++)
                    text.Append("  ").Append(expected[from + index]).Append('\n');
                if (left > Context)
                    text.Append("  …\n");
                return;
            }

            if (from < expected.Length && to < actual.Length && expected[from] == actual[to])
            {
                text.Append("  ").Append(expected[from++]).Append('\n');
                to++;
                continue;
            }

            var isMissing = to == actual.Length || (from < expected.Length && common[from + 1, to] >= common[from, to + 1]);
            text.Append(isMissing ? "- " : "+ ").Append(isMissing ? expected[from++] : actual[to++]).Append('\n');
        }
    }
}
