using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>Where YAML or TOML front matter lies between its fences.</summary>
/// <param name="Opening">The three characters that open it.</param>
/// <param name="ContentStart">The line after the opening fence.</param>
/// <param name="ContentEnd">The line of the closing fence, or the end of the text.</param>
/// <param name="BodyStart">The line after the closing fence, or the end of the text.</param>
/// <param name="IsClosed">Whether there is a closing fence.</param>
internal readonly record struct FrontMatterFence(TextSpan Opening, int ContentStart, int ContentEnd, int BodyStart, bool IsClosed)
{
    private const int Length = 3;

    /// <summary>Whether the text opens with a line that is this fence alone.</summary>
    public static bool Opens(string text, string fence) => IsFence(FirstLine(text), fence);

    /// <summary>Finds the closing fence of a text that opens with <paramref name="fence"/>: the same again, or in YAML also three dots.</summary>
    public static FrontMatterFence Find(string text, string fence)
    {
        var contentStart = NextLine(text, 0);
        var other = fence == "---" ? "..." : fence;
        for (var line = contentStart; line < text.Length; line = NextLine(text, line))
        {
            // Only a line that starts like a fence is looked at whole.
            if (text[line] != fence[0] && text[line] != other[0])
                continue;
            var written = LineAt(text, line);
            if (IsFence(written, fence) || IsFence(written, other))
                return new(new TextSpan(0, Length), contentStart, line, NextLine(text, line), IsClosed: true);
        }

        return new(new TextSpan(0, Length), contentStart, text.Length, text.Length, IsClosed: false);
    }

    /// <summary>The start of the line after the one at <paramref name="line"/>.</summary>
    public static int NextLine(string text, int line)
    {
        var end = line + LineAt(text, line).Length;
        if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
            end++;
        return Math.Min(end + 1, text.Length);
    }

    /// <summary>The line at <paramref name="line"/> without its line break.</summary>
    public static ReadOnlySpan<char> LineAt(string text, int line)
    {
        var rest = text.AsSpan(line);
        var length = rest.IndexOfAny('\r', '\n');
        return length < 0 ? rest : rest[..length];
    }

    private static ReadOnlySpan<char> FirstLine(string text) => LineAt(text, 0);

    private static bool IsFence(ReadOnlySpan<char> line, string fence) =>
        line.StartsWith(fence, StringComparison.Ordinal) && line[Length..].Trim(" \t").IsEmpty;
}
