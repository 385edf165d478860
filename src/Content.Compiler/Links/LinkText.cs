namespace Content.Compiler.Links;

/// <summary>What browsers leave out of a destination before they look at it.</summary>
internal static class LinkText
{
    /// <summary>
    /// Without control characters and spaces around it and without tabs and line breaks in it. That is also how
    /// <c>java&amp;#10;script:</c> gets past those who compare what is written.
    /// </summary>
    public static string Clean(string destination)
    {
        var start = 0;
        var end = destination.Length;
        while (start < end && destination[start] <= ' ')
            start++;
        while (end > start && destination[end - 1] <= ' ')
            end--;
        var inner = destination.AsSpan(start, end - start);
        if (inner.IndexOfAnyInRange('\t', '\r') < 0)
            return inner.Length == destination.Length ? destination : inner.ToString();
        return string.Concat(inner.ToString().Split(['\t', '\n', '\r']));
    }
}
