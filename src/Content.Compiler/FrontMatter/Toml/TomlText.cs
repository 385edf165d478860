using System.Buffers;

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

    /// <summary>Whether a key with a value, or a header, starts at <paramref name="position"/>, and a line with it.</summary>
    public static bool StartsField(string text, int position, int end)
    {
        if (position >= end || (position > 0 && text[position - 1] is not ('\r' or '\n')))
            return false;
        var rest = text.AsSpan(position, end - position);
        if (rest[0] == '[')
        {
            var name = rest.TrimStart('[');
            var length = name.IndexOfAnyExcept(keyUnits);
            return length > 0 && char.IsAsciiLetter(name[0]) && name[length] == ']';
        }

        var key = rest.IndexOfAnyExcept(keyUnits);
        return key > 0 && rest[key..].TrimStart(" \t").StartsWith('=');
    }

    /// <summary>How far something without quotes goes.</summary>
    public static int WordLength(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(wordEnds);
        return length < 0 ? rest.Length : length;
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
}
