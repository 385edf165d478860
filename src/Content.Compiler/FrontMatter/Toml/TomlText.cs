using System.Buffers;
using Content.Compiler.Sources;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>TOML's characters.</summary>
internal static class TomlText
{
    /// <summary>Control characters that TOML allows nowhere.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Select(unit => (char)unit).Where(unit => unit is not ('\t' or '\r' or '\n'))]);

    /// <summary>Where text that lacks its quotes ends at the latest.</summary>
    public static readonly SearchValues<char> BareEnds = SearchValues.Create("\r\n,]}#");

    // What a key without quotes, or several with dots, is made of.
    private static readonly SearchValues<char> keyUnits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly SearchValues<char> wordEnds = SearchValues.Create(" \t\r\n,[]{}#=\"'");
    private static readonly SearchValues<char> stringMarks = SearchValues.Create("\"\\\r\n");

    /// <summary>The text with a line feed for each CR that stands alone, which is a line end everywhere but in TOML.</summary>
    public static string Prepare(string text, int start, int end)
    {
        var slice = text.AsSpan(start, end - start);
        if (!slice.Contains('\r') || !HasLoneCarriageReturn(slice))
            return slice.ToString();
        var units = slice.ToArray();
        for (var index = 0; index < units.Length; index++)
        {
            if (units[index] == '\r' && (index + 1 == units.Length || units[index + 1] != '\n'))
                units[index] = '\n';
        }

        return new string(units);
    }

    /// <summary>Whether a key with a value starts at <paramref name="position"/>, and a line with it.</summary>
    public static bool StartsField(string text, int position, int end)
    {
        if (position > 0 && text[position - 1] is not ('\r' or '\n'))
            return false;
        var rest = text.AsSpan(position, end - position);
        var key = rest.IndexOfAnyExcept(keyUnits);
        return key > 0 && rest[key..].TrimStart(" \t").StartsWith('=');
    }

    /// <summary>How far something without quotes goes.</summary>
    public static int WordLength(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(wordEnds);
        return length < 0 ? rest.Length : length;
    }

    /// <summary>What is wrong with the string at <paramref name="position"/> if it is never closed.</summary>
    public static (TextSpan Span, string Message)? FindUnclosed(string text, int position, int end, bool isValue)
    {
        var quote = text[position];
        var rest = text.AsSpan(position, end - position);
        if (isValue && rest.Length >= 3 && rest[1] == quote && rest[2] == quote)
        {
            return HasMultilineEnd(rest[3..], quote)
                ? null
                : (new TextSpan(position, 3), $"This string is never closed: add {rest[..3]} at its end.");
        }

        return HasEnd(rest[1..], quote)
            ? null
            : (new TextSpan(position, LineLength(rest)), $"This string is never closed on its line: add {quote} at its end.");
    }

    private static bool HasLoneCarriageReturn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('\r'); at >= 0;)
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
                return true;
            var following = text[(at + 2)..].IndexOf('\r');
            at = following < 0 ? -1 : at + 2 + following;
        }

        return false;
    }

    private static bool HasEnd(ReadOnlySpan<char> rest, char quote)
    {
        if (quote == '\'')
            return rest.IndexOfAny('\'', '\r', '\n') is var found && found >= 0 && rest[found] == '\'';
        while (rest.IndexOfAny(stringMarks) is var next && next >= 0)
        {
            if (rest[next] != '\\')
                return rest[next] == '"';
            if (next + 2 > rest.Length)
                return false;
            rest = rest[(next + 2)..];
        }

        return false;
    }

    private static bool HasMultilineEnd(ReadOnlySpan<char> rest, char quote)
    {
        if (quote == '\'')
            return rest.IndexOf("'''", StringComparison.Ordinal) >= 0;
        while (rest.IndexOfAny('"', '\\') is var next && next >= 0)
        {
            if (rest[next..].StartsWith("\"\"\"", StringComparison.Ordinal))
                return true;
            rest = rest[Math.Min(rest.Length, next + (rest[next] == '\\' ? 2 : 1))..];
        }

        return false;
    }

    private static int LineLength(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny('\r', '\n');
        return (length < 0 ? rest : rest[..length]).TrimEnd(" \t").Length;
    }
}
