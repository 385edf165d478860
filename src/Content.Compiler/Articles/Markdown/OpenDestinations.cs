namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Links whose destinations open inside each other, <c>[a]([a]([a](</c>: for each the parser looks to the end of the run, so that time grows with
/// the square of their number. Nobody writes thousands of them, and they come to no link.
/// </summary>
internal static class OpenDestinations
{
    private const int Most = 2000;

    /// <summary>Whether there are too many to be parsed in reasonable time.</summary>
    public static bool AreTooMany(ReadOnlySpan<char> text)
    {
        if (text.Count("](") < Most)
            return false;
        var depth = 0;
        while (text.IndexOfAny("()\n ") is var found and >= 0)
        {
            if (text[found] is '\n' or ' ')
                depth = 0;
            else if (text[found] == ')')
                depth = Math.Max(0, depth - 1);
            else if (found > 0 && text[found - 1] == ']' && ++depth >= Most)
                return true;
            text = text[(found + 1)..];
        }

        return false;
    }
}
