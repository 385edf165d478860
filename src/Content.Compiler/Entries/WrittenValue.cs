using System.Buffers;
using Content.Compiler.Text;

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

    /// <summary>
    /// Where to write <paramref name="text"/> for a value of which only the place is known: all of it, or what is between its quotes; null where what is
    /// written is neither, or where the text needs more than stands there.
    /// </summary>
    /// <param name="range">The value, with its quotes.</param>
    /// <param name="current">What it means.</param>
    /// <param name="text">What it is to mean.</param>
    public static TextRange? ReplaceAt(TextRange range, string current, string text)
    {
        if (range.StartLine != range.EndLine || !text.All(unit => plain.Contains(unit)))
            return null;
        return (range.EndColumn - range.StartColumn - current.Length) switch
        {
            0 when Replace(current, current, text) is not null => range,
            2 => range with { StartColumn = range.StartColumn + 1, EndColumn = range.EndColumn - 1 },
            _ => null,
        };
    }
}
