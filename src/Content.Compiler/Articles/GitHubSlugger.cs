using System.Globalization;
using System.Text;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>
/// Makes heading ids as GitHub does: the text lowercased, everything dropped but letters, marks, numbers (decimal and letter),
/// connector punctuation, hyphens and spaces, each space a hyphen; a repeat is numbered, per text, until it is free.
/// </summary>
/// <param name="style">Whose algorithm it is, if not that.</param>
internal sealed class GitHubSlugger(AnchorStyle style = AnchorStyle.GitHub)
{
    private readonly Dictionary<string, int> occurrences = new(StringComparer.Ordinal);

    /// <summary>Takes <paramref name="id"/>, which an author gave.</summary>
    public void Reserve(string id) => occurrences.TryAdd(id, 0);

    /// <summary>The id of the next heading, whose text is <paramref name="text"/>.</summary>
    public string Next(string text)
    {
        var slug = style is AnchorStyle.Zola or AnchorStyle.Words ? Hyphenated(text) : Slug(text);
        if (slug.Length == 0 && style == AnchorStyle.Docfx)
            slug = "section";
        var result = slug;
        while (occurrences.ContainsKey(result))
        {
            var number = ++occurrences[slug];
            result = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        }

        occurrences.Add(result, 0);
        return result;
    }

    /// <summary>The text as an id, before repeats are numbered.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                var unit = (char)rune.Value;
                if (char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_')
                    slug.Append(char.ToLowerInvariant(unit));
                else if (unit == ' ')
                    slug.Append('-');
            }
            else if (rune.Value == 0x130)
            {
                // The one letter whose lowercase is two code points.
                slug.Append("i\u0307");
            }
            else if (IsKept(rune))
            {
                slug.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
            }
        }

        return slug.ToString();
    }

    private static string Hyphenated(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var unit in UnicodeText.Decompose(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(unit))
                slug.Append(char.ToLowerInvariant(unit));
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    private static bool IsKept(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation => true,

        // Symbols that Unicode calls Alphabetic: letters in circles and squares.
        UnicodeCategory.OtherSymbol => rune.Value is (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149)
            or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189),
        _ => false,
    };
}
