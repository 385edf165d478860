using System.Globalization;

namespace Content.Compiler.Code;

/// <summary>Lines as options write them: <c>1,3-5</c>. Kept as ranges, so that a huge one costs nothing.</summary>
internal sealed class LineNumbers
{
    private const int Most = 256;

    private readonly List<(int First, int Last)> ranges = [];

    private LineNumbers()
    {
    }

    /// <summary>The highest line that is named; <see cref="int.MaxValue"/> where one range is open.</summary>
    public int Last => ranges.Max(range => range.Last);

    /// <summary>The lowest line that is named.</summary>
    public int First => ranges.Min(range => range.First);

    /// <summary>The ranges in the order written.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges => ranges;

    /// <summary>Whether a line is named, counted from 1.</summary>
    public bool Contains(int line)
    {
        foreach (var (first, last) in ranges)
        {
            if (line >= first && line <= last)
                return true;
        }

        return false;
    }

    /// <summary>Reads <paramref name="text"/>; null where these are no lines.</summary>
    public static LineNumbers? Parse(string text)
    {
        var lines = new LineNumbers();
        foreach (var range in text.AsSpan().Split(','))
        {
            var part = text.AsSpan()[range].Trim();
            var dash = part.IndexOf('-');
            int first, last;
            if (dash < 0)
            {
                if (!TryRead(part, out first))
                    return null;
                last = first;
            }
            else
            {
                first = 1;
                last = int.MaxValue;
                if (part.Length == 1 || (dash > 0 && !TryRead(part[..dash], out first)) || (dash < part.Length - 1 && !TryRead(part[(dash + 1)..], out last)))
                    return null;
            }

            if (first < 1 || last < first || lines.ranges.Count == Most)
                return null;
            lines.ranges.Add((first, last));
        }

        return lines;
    }

    private static bool TryRead(ReadOnlySpan<char> text, out int value) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
