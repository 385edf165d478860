using System.Collections.Frozen;
using System.Collections.Immutable;
using Content.Compiler.FrontMatter;
using Content.Compiler.Paths;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>Distinguishes words that are chosen from a list from text that happens to repeat.</summary>
internal static class EnumMembers
{
    private const int Most = 20;
    private const int LongestMember = 30;
    private const int MostWords = 3;

    /// <summary>Keys that name people or the entry itself: every article may bring a new value.</summary>
    private static readonly FrozenSet<string> names = new[]
    {
        "author", "by", "byline", "editor", "contributor", "creator", "owner", "maintainer", "reviewer", "translator", "speaker", "guest", "host",
        "name", "title", "heading", "subtitle", "suffix", "prefix", "description", "summary", "excerpt", "keyword", "id", "version",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The members, in alphabetical order; empty where the values are better left text.</summary>
    public static ImmutableArray<string> Find(ObservedKey key)
    {
        if (names.Contains(KeyName.LastWord(key.Key)))
            return [];
        var uses = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in key.Items)
        {
            if (item is not MetadataScalar { Kind: MetadataKind.String } text || !IsWord(text.Text))
                return [];
            uses[text.Text] = uses.GetValueOrDefault(text.Text) + 1;
            members.Add(text.Text);
            if (members.Count > Most)
                return [];
        }

        // Two spellings of one word are a mistake for a person to judge, and members must have different C# names.
        var isClear = members.Count == uses.Count && uses.Keys.Select(CSharpName.OfEnumValue).Distinct(StringComparer.Ordinal).Count() == uses.Count;
        return isClear && IsRepeated(uses.Values) && !ArePeople(uses.Keys) ? [.. uses.Keys] : [];
    }

    /// <summary>Every value more than once; among many uses a few may stand alone.</summary>
    private static bool IsRepeated(SortedDictionary<string, int>.ValueCollection uses)
    {
        var single = uses.Count(count => count == 1);
        return uses.Count > 1 && (single == 0 || (uses.Sum() >= uses.Count * 5 && single * 4 <= uses.Count));
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= LongestMember
        && char.IsLetter(text[0])
        && text.Count(unit => unit == ' ') < MostWords
        && text.All(unit => char.IsLetterOrDigit(unit) || " -_.+#/&".Contains(unit))
        && !FileExtensions.IsKnown(System.IO.Path.GetExtension(text));

    /// <summary>Whether most values are two words with capitals, as <c>Jane Doe</c> is.</summary>
    private static bool ArePeople(SortedDictionary<string, int>.KeyCollection values) => values.Count(IsFullName) * 2 > values.Count;

    private static bool IsFullName(string value)
    {
        var words = value.Split(' ');
        return words.Length > 1 && words.All(word => word.Length > 0 && char.IsUpper(word[0]));
    }
}
