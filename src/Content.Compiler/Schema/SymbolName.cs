using System.Globalization;
using System.Text;
using Content.Compiler.Text;

namespace Content.Compiler.Schema;

/// <summary>Makes C# names of what people write: keys, enum values, slugs.</summary>
public static class SymbolName
{
    /// <summary>The symbol of the entry whose slug is empty: the index of the collection's folder.</summary>
    public const string Index = "Index";

    /// <summary>
    /// <paramref name="text"/> in PascalCase: <c>ms.date</c> is <c>MsDate</c>, <c>c#</c> is <c>CSharp</c>, <c>3d</c> is <c>_3d</c>.
    /// A legal identifier and never a keyword; empty where nothing of the text can stand in one.
    /// </summary>
    public static string Of(string text)
    {
        var name = new StringBuilder(text.Length + 1);
        Append(name, UnicodeText.Compose(text));
        if (name.Length > 0 && !CSharpName.IsStart(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    /// <summary>The symbol of an entry: each segment of its slug in PascalCase, <c>_</c> between them. Always a legal identifier.</summary>
    public static string OfSlug(string slug)
    {
        if (slug.Length == 0)
            return Index;
        slug = UnicodeText.Compose(slug);
        var name = new StringBuilder(slug.Length + 1);
        foreach (var range in slug.AsSpan().Split('/'))
        {
            if (range.Start.Value > 0)
                name.Append('_');
            var segment = slug.AsSpan()[range];
            var start = name.Length;
            Append(name, segment);
            if (name.Length == start)
                AppendCodePoints(name, segment);
        }

        if (name.Length == 0 || !CSharpName.IsStart(name[0]))
            name.Insert(0, '_');
        return name.ToString();
    }

    private static void Append(StringBuilder name, ReadOnlySpan<char> text)
    {
        var startsWord = true;
        foreach (var unit in text)
        {
            var isPart = CSharpName.IsLetterOrDigit(unit);
            if (isPart)
                name.Append(startsWord ? char.ToUpperInvariant(unit) : unit);
            else
                name.Append(unit switch { '#' => "Sharp", '+' => "Plus", '&' => "And", _ => "" });
            startsWord = !isPart;
        }
    }

    /// <summary>For a segment of letters that C# does not know, such as those beyond 16 bits.</summary>
    private static void AppendCodePoints(StringBuilder name, ReadOnlySpan<char> segment)
    {
        foreach (var rune in segment.EnumerateRunes())
            name.Append(CultureInfo.InvariantCulture, $"U{rune.Value:X}");
    }
}
