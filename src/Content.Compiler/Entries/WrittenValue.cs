using System.Buffers;

namespace Content.Compiler.Entries;

/// <summary>How another text is written in place of a key or a value of front matter, in the same quotes.</summary>
internal static class WrittenValue
{
    private static readonly SearchValues<char> plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+#/");

    /// <summary>Words that YAML, or one of its readers, takes for something else than text.</summary>
    private static readonly string[] notText = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

    /// <summary>
    /// What to write for <paramref name="text"/>; null where that takes more than quotes, since a correction is certain or is none.
    /// </summary>
    /// <param name="written">What stands there, with its quotes.</param>
    /// <param name="current">What it means.</param>
    /// <param name="text">What it is to mean.</param>
    public static string? Replace(ReadOnlySpan<char> written, string current, string text)
    {
        foreach (var unit in text)
        {
            if (char.IsControl(unit) || char.IsSurrogate(unit) || unit is '"' or '\'' or '\\')
                return null;
        }

        if (written is ['"', .., '"'] or ['\'', .., '\''] && written.Length >= 2)
            return written[1..^1].SequenceEqual(current) ? $"{written[0]}{text}{written[0]}" : null;
        var isPlain = text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan().ContainsAnyExcept(plain)
            && !notText.Contains(text, StringComparer.OrdinalIgnoreCase);
        return isPlain && written.SequenceEqual(current) ? text : null;
    }
}
