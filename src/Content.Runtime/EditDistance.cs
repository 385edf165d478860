namespace Content.Runtime;

/// <summary>
/// Restricted Damerau-Levenshtein distance: insertions, deletions, replacements, and swaps of neighbours. The compiler uses this one,
/// and Content.AspNetCore, which sees only what is public here, compiles this file into itself.
/// </summary>
internal static class EditDistance
{
    /// <summary>How many cells three rows have beside a text of so many letters.</summary>
    public static int RoomFor(int length) => 3 * (length + 1);

    /// <summary>
    /// The distance if it is at most <paramref name="limit"/>, else <see cref="int.MaxValue"/>. Looks only at the band of cells
    /// that can stay within the limit. <paramref name="rows"/> is room for three rows of one cell more than <paramref name="right"/> has.
    /// </summary>
    public static int Within(int limit, ReadOnlySpan<char> left, ReadOnlySpan<char> right, Span<int> rows)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return int.MaxValue;
        var width = right.Length + 1;
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        var far = limit + 1;
        for (var column = 0; column < width; column++)
            previous[column] = Math.Min(column, far);

        for (var row = 1; row <= left.Length; row++)
        {
            var first = Math.Max(1, row - limit);
            var last = Math.Min(right.Length, row + limit);
            current.Fill(far);
            current[0] = Math.Min(row, far);
            var nearest = current[0];
            for (var column = first; column <= last; column++)
            {
                var same = left[row - 1] == right[column - 1];
                var cost = Math.Min(
                    Math.Min(previous[column], current[column - 1]) + 1,
                    previous[column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    cost = Math.Min(cost, before[column - 2] + 1);
                current[column] = Math.Min(cost, far);
                nearest = Math.Min(nearest, cost);
            }

            // A swap reaches two rows back, so both must be out of reach.
            if (nearest > limit && Nearest(previous) >= limit + 1)
                return int.MaxValue;
            var spent = before;
            before = previous;
            previous = current;
            current = spent;
        }

        return previous[right.Length] <= limit ? previous[right.Length] : int.MaxValue;
    }

    private static int Nearest(ReadOnlySpan<int> row)
    {
        var nearest = int.MaxValue;
        foreach (var cell in row)
            nearest = Math.Min(nearest, cell);
        return nearest;
    }
}
