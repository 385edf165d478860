namespace Content.Runtime;

/// <summary>The nearest of many candidates to what was asked for, within a third of its length; for messages.</summary>
internal sealed class NearMiss
{
    private const int LongestCompared = 200;
    private readonly string wanted;
    private readonly int[] rows;
    private int limit;

    public NearMiss(string wanted)
    {
        this.wanted = wanted;
        rows = new int[EditDistance.RoomFor(Math.Min(wanted.Length, LongestCompared))];
        limit = wanted.Length > LongestCompared ? -1 : wanted.Length / 3;
    }

    /// <summary>The nearest so far; the first of equals.</summary>
    public string? Closest { get; private set; }

    /// <summary>Whether text of so many bytes of UTF-8 can be near at all: what cannot need not be decoded.</summary>
    public bool IsNear(int utf8Length) => limit >= 0 && utf8Length <= 3 * (wanted.Length + limit);

    public void Offer(string candidate)
    {
        if (limit < 0 || Math.Abs(candidate.Length - wanted.Length) > limit)
            return;
        var distance = candidate.Equals(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : EditDistance.Within(limit, candidate, wanted, rows);
        if (distance > limit)
            return;
        Closest = candidate;
        limit = distance - 1;
    }
}
