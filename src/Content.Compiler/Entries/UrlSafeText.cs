using System.Globalization;
using System.Text;
using Content.Compiler.Schema;

namespace Content.Compiler.Entries;

/// <summary>
/// Makes text fit for URLs: for a slug letters, digits and the marks that belong to them stay, in every script, and the rest divides words.
/// </summary>
internal static class UrlSafeText
{
    /// <summary>Segments beyond this fit in no file system and no server's log.</summary>
    private const int LongestNamedByCodePoints = 32;

    /// <summary>
    /// One segment: <c>What's new?</c> is <c>What-s-new</c>. Case stays. A text without any letter or digit is named by its code points,
    /// so that there is always something. The text has to be composed.
    /// </summary>
    public static void AppendSegment(StringBuilder to, ReadOnlySpan<char> text, bool keepUnreserved = false)
    {
        var start = to.Length;
        var isDivided = false;
        var followsLetter = false;
        while (Rune.DecodeFromUtf16(text, out var rune, out var units) is var status && units > 0)
        {
            var isKept = status == System.Buffers.OperationStatus.Done && IsKept(rune, followsLetter, keepUnreserved);
            if (isKept)
            {
                if (isDivided && to.Length > start)
                    to.Append('-');
                to.Append(text[..units]);
            }

            isDivided = !isKept && (isDivided || !IsIgnored(rune));
            followsLetter = isKept;
            text = text[units..];
        }
    }

    /// <summary>Likewise, never empty.</summary>
    public static void AppendSlugSegment(StringBuilder to, ReadOnlySpan<char> text, SlugSigns signs = SlugSigns.Divide)
    {
        var start = to.Length;
        if (signs == SlugSigns.GitHub)
            AppendAsHeading(to, text);
        else
            AppendSegment(to, text, signs == SlugSigns.Unreserved);
        if (to.Length > start)
            return;
        foreach (var rune in text[..Math.Min(text.Length, LongestNamedByCodePoints)].EnumerateRunes())
            to.Append(to.Length > start ? "-" : "").Append(rune.Value.ToString("x", CultureInfo.InvariantCulture));
    }

    /// <summary>Letters, digits, hyphens and underscores, and a hyphen for each space.</summary>
    private static void AppendAsHeading(StringBuilder to, ReadOnlySpan<char> text)
    {
        var followsLetter = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isKept = rune.Value is '-' or '_' || IsKept(rune, followsLetter, keepUnreserved: false);
            if (isKept)
                to.Append(rune.ToString());
            else if (rune.Value == ' ')
                to.Append('-');
            followsLetter = isKept;
        }
    }

    /// <summary>A path of safe segments; a slash in front stays.</summary>
    public static string PathOf(string path)
    {
        var safe = new StringBuilder(path.StartsWith('/') ? "/" : "");
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (safe.Length > 0 && safe[^1] != '/')
                safe.Append('/');
            AppendSegment(safe, segment, keepUnreserved: true);
        }

        return safe.ToString();
    }

    /// <summary>Whether every character is a letter, a digit, a mark or one of <c>-._~</c>, as a <c>slug</c> in front matter has to be.</summary>
    public static bool IsUrlSafe(string text)
    {
        var followsLetter = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isKept = IsKept(rune, followsLetter, keepUnreserved: true);
            if (!isKept)
                return false;
            followsLetter = isKept;
        }

        return text.Length > 0 && text is not ("." or "..");
    }

    private static bool IsKept(Rune rune, bool followsLetter, bool keepUnreserved)
    {
        if (rune.IsAscii)
            return char.IsAsciiLetterOrDigit((char)rune.Value) || (keepUnreserved && rune.Value is '-' or '.' or '_' or '~');
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => followsLetter && !IsIgnored(rune),
            _ => false,
        };
    }

    /// <summary>What nobody sees and nobody types divides no word: variation selectors, joiners, soft hyphens.</summary>
    private static bool IsIgnored(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x00AD or 0x200D or 0xFEFF;
}
