using Content.Compiler.Diagnostics;

namespace Content.Compiler.Links;

/// <summary>
/// Finds the nearest of many names in time that does not grow with their number: only those are compared that stand around
/// the written one in the order of their letters, forwards (a slip near the end) and backwards (a slip near the start).
/// </summary>
internal sealed class NearNames
{
    private const int Window = 64;

    private readonly string[] forwards;
    private readonly string[] backwards;

    public NearNames(IEnumerable<string> names)
    {
        forwards = [.. names.Distinct(StringComparer.Ordinal)];
        backwards = forwards.Length > 2 * Window ? [.. forwards] : [];
        Array.Sort(forwards, StringComparer.OrdinalIgnoreCase);
        Array.Sort(backwards, CompareFromEnd);
    }

    /// <summary>The nearest name but <paramref name="except"/>, or null where none is near.</summary>
    public string? Closest(string written, string? except = null)
    {
        IEnumerable<string> names = backwards.Length == 0 ? forwards : Around(written);
        return Suggestion.Closest(written, except is null ? names : names.Where(name => !string.Equals(name, except, StringComparison.Ordinal)));
    }

    private IEnumerable<string> Around(string written)
    {
        foreach (var name in Slice(forwards, written, StringComparer.OrdinalIgnoreCase))
            yield return name;
        foreach (var name in Slice(backwards, written, Comparer<string>.Create(CompareFromEnd)))
            yield return name;
    }

    private static ArraySegment<string> Slice(string[] names, string written, IComparer<string> comparer)
    {
        var index = Array.BinarySearch(names, written, comparer);
        var start = Math.Clamp((index < 0 ? ~index : index) - Window, 0, names.Length - 2 * Window);
        return new ArraySegment<string>(names, start, 2 * Window);
    }

    private static int CompareFromEnd(string? left, string? right)
    {
        var (first, second) = (left!, right!);
        for (var back = 1; back <= Math.Min(first.Length, second.Length); back++)
        {
            var order = char.ToUpperInvariant(first[^back]) - char.ToUpperInvariant(second[^back]);
            if (order != 0)
                return order;
        }

        return first.Length - second.Length;
    }
}
