namespace Content.AspNetCore.Sites;

/// <summary>How many letters have to be added, removed or replaced to make one text of another.</summary>
internal static class EditDistance
{
    /// <returns>The distance; <see cref="int.MaxValue"/> where it is more than <paramref name="limit"/>.</returns>
    public static int Within(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return int.MaxValue;
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column < row.Length; column++)
            row[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            var least = line;
            for (var column = 1; column < row.Length; column++)
            {
                var replaced = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
                least = Math.Min(least, row[column]);
            }

            if (least > limit)
                return int.MaxValue;
        }

        return row[^1] <= limit ? row[^1] : int.MaxValue;
    }
}
