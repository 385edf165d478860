using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>A line that was meant as the fence of front matter, whether it is one or not.</summary>
/// <param name="Span">What is written, without the white space around it.</param>
/// <param name="Language">What it announces.</param>
/// <param name="IsExact">Whether it would be a fence at the first character of a file.</param>
internal readonly record struct MisplacedFence(TextSpan Span, MetadataLanguage Language, bool IsExact)
{
    /// <summary>Longer lines are no fence that somebody mistyped.</summary>
    private const int Longest = 32;

    /// <summary>Hyphens, and what editors and keyboards make of them.</summary>
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";

    /// <summary>The fence on the rest of the line at <paramref name="position"/>; null where it is none.</summary>
    public static MisplacedFence? At(string text, int position)
    {
        var rest = FrontMatterFence.LineAt(text, position);
        var lead = 0;
        while (lead < rest.Length && TextBeforeFrontMatter.IsInvisible(rest[lead]))
            lead++;
        rest = rest[lead..];
        var isExact = rest.TrimEnd(" \t") is "---" or "+++";
        var length = rest.Length;
        while (length > 0 && TextBeforeFrontMatter.IsInvisible(rest[length - 1]))
            length--;
        var written = rest[..length];
        if (written.Length is 0 or > Longest || MarkerLength(written) is not (> 0 and var marker))
            return null;
        var word = written[marker..].Trim(" \t#:=");
        var isToml = written[0] == '+' || word.Equals("toml", StringComparison.OrdinalIgnoreCase);
        return new(new TextSpan(position + lead, isExact ? 3 : written is "---" or "+++" ? rest.Length : length), isToml ? MetadataLanguage.Toml : MetadataLanguage.Yaml, isExact);
    }

    /// <summary>Whether the line was meant to close front matter.</summary>
    public static bool Closes(ReadOnlySpan<char> line)
    {
        var written = TextBeforeFrontMatter.Trim(line);
        return written is "..." || (written.Length is > 0 and <= Longest && MarkerLength(written) == written.Length);
    }

    /// <summary>How many of the first characters make the marker; 0 where it is none, or where what stands behind it is no word.</summary>
    private static int MarkerLength(ReadOnlySpan<char> written)
    {
        var kind = written[0] == '+' ? "+" : Dashes;
        var length = 0;
        var marks = 0;
        for (; length < written.Length && (kind.Contains(written[length]) || (written[length] == ' ' && length > 0)); length++)
            marks += written[length] == ' ' ? 0 : 1;
        var isLong = marks > 1 || written[0] is '\u2014' or '\u2015';
        if (!isLong)
            return 0;
        foreach (var unit in written[length..])
        {
            if (!char.IsAsciiLetterOrDigit(unit) && !" \t#:=_-".Contains(unit))
                return 0;
        }

        return marks > 2 || length == written.Length ? length : 0;
    }
}
