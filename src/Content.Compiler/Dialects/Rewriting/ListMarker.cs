namespace Content.Compiler.Dialects.Rewriting;

/// <summary>What an item of a list begins with: <c>-</c> or <c>1.</c></summary>
internal static class ListMarker
{
    private const int MostDigits = 9;

    /// <summary>How long the marker at the start of <paramref name="content"/> is; 0 where there is none.</summary>
    public static int Measure(ReadOnlySpan<char> content)
    {
        var length = 0;
        while (length < content.Length && length < MostDigits && char.IsAsciiDigit(content[length]))
            length++;
        if (length > 0)
            length = length < content.Length && content[length] is '.' or ')' ? length + 1 : 0;
        else if (content is ['-' or '*' or '+', ..])
            length = 1;
        return length > 0 && (length == content.Length || char.IsWhiteSpace(content[length])) && !IsBreak(content) ? length : 0;
    }

    /// <summary><c>- - -</c> divides a text, and is no list.</summary>
    private static bool IsBreak(ReadOnlySpan<char> content)
    {
        var signs = 0;
        foreach (var unit in content.TrimEnd())
        {
            if (unit == content[0])
                signs++;
            else if (unit is not (' ' or '\t'))
                return false;
        }

        return signs >= 3 && content[0] is '-' or '*';
    }
}
