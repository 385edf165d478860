using System.Collections.Frozen;

namespace Content.Compiler.Inference;

/// <summary>The singular of the names that people give to folders and lists.</summary>
internal static class EnglishNoun
{
    private static readonly FrozenDictionary<string, string> irregular = new Dictionary<string, string>
    {
        ["people"] = "person",
        ["children"] = "child",
        ["indices"] = "index",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
        ["caches"] = "cache",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What ends like a plural and is none.</summary>
    private static readonly FrozenSet<string> invariable =
        new[] { "news", "series", "species", "css", "js", "aws", "ios", "dns", "sms", "cms", "https", "windows" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The singular of <paramref name="word"/>; null where it is no plural.</summary>
    public static string? Singular(string word)
    {
        // Of several words only the last one has a number.
        var start = word.AsSpan().LastIndexOfAny("-_. ") + 1;
        var last = word[start..];
        if (irregular.TryGetValue(last, out var known))
            return word[..start] + (char.IsUpper(last[0]) ? char.ToUpperInvariant(known[0]) + known[1..] : known);
        if (last.Length < 3 || invariable.Contains(last) || !Ends("s") || Ends("ss") || Ends("us") || Ends("is"))
            return null;
        if (Ends("ies") && last.Length > 4)
            return word[..^3] + "y";
        return Ends("sses") || Ends("shes") || Ends("ches") || Ends("xes") || Ends("zes") ? word[..^2] : word[..^1];

        bool Ends(string ending) => last.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
    }
}
