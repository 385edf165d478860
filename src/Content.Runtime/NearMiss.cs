namespace Content.Runtime;

/// <summary>The nearest of many candidates to what was asked for, within a third of its length; for messages.</summary>
internal sealed class NearMiss
{
    private const int LongestCompared = 200;
    private readonly string wanted;
    private readonly int[] previous;
    private readonly int[] current;
    private int limit;

    public NearMiss(string wanted)
    {
        this.wanted = wanted;
        var length = Math.Min(wanted.Length, LongestCompared);
        previous = new int[length + 1];
        current = new int[length + 1];
        limit = wanted.Length > LongestCompared ? -1 : length / 3;
    }

    /// <summary>The nearest so far; the first of equals.</summary>
    public string? Closest { get; private set; }

    /// <summary>Whether text of so many bytes of UTF-8 can be near at all: what cannot need not be decoded.</summary>
    public bool IsNear(int utf8Length) => limit >= 0 && utf8Length <= 3 * (wanted.Length + limit);

    public void Offer(string candidate)
    {
        if (limit < 0 || Math.Abs(candidate.Length - wanted.Length) > limit)
            return;
        var distance = candidate.Equals(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(candidate);
        if (distance > limit)
            return;
        Closest = candidate;
        limit = distance - 1;
    }

    private int Distance(string candidate)
    {
        for (var column = 0; column < previous.Length; column++)
            previous[column] = column;
        for (var row = 1; row <= candidate.Length; row++)
        {
            current[0] = row;
            var least = row;
            for (var column = 1; column < current.Length; column++)
            {
                var replace = previous[column - 1] + (candidate[row - 1] == wanted[column - 1] ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(previous[column], current[column - 1]) + 1);
                least = Math.Min(least, current[column]);
            }

            if (least > limit)
                return int.MaxValue;
            current.AsSpan().CopyTo(previous);
        }

        return previous[^1];
    }
}
