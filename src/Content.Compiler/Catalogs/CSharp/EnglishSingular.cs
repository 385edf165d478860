namespace Content.Compiler.Catalogs.CSharp;

/// <summary>The singular of a field's name, for look-ups: <c>Tags</c> is <c>Tag</c>, <c>Categories</c> is <c>Category</c>.</summary>
internal static class EnglishSingular
{
    private static readonly (string Plural, string Singular)[] words =
    [
        ("people", "person"), ("children", "child"), ("women", "woman"), ("men", "man"), ("feet", "foot"), ("criteria", "criterion"),
        ("indices", "index"), ("matrices", "matrix"), ("vertices", "vertex"), ("appendices", "appendix"),
        ("analyses", "analysis"), ("bases", "basis"), ("crises", "crisis"), ("theses", "thesis"), ("hypotheses", "hypothesis"), ("axes", "axis"),
        ("movies", "movie"), ("cookies", "cookie"), ("ties", "tie"), ("pies", "pie"), ("zombies", "zombie"), ("selfies", "selfie"),
        ("caches", "cache"), ("niches", "niche"), ("headaches", "headache"), ("shoes", "shoe"), ("canoes", "canoe"), ("toes", "toe"),
        ("lenses", "lens"), ("quizzes", "quiz"), ("wives", "wife"), ("lives", "life"), ("knives", "knife"), ("shelves", "shelf"), ("halves", "half"), ("leaves", "leaf"),
        ("series", "series"), ("species", "species"), ("news", "news"), ("aws", "aws"), ("css", "css"), ("https", "https"), ("ios", "ios"), ("macos", "macos"),
        ("physics", "physics"), ("mathematics", "mathematics"), ("politics", "politics"), ("economics", "economics"), ("analytics", "analytics"),
        ("graphics", "graphics"), ("basics", "basics"), ("always", "always"), ("means", "means"), ("canvas", "canvas"), ("atlas", "atlas"), ("bias", "bias"), ("gas", "gas"),
    ];

    /// <summary>The endings of plurals and what stands in their place, first match; an ending that is no plural stands for itself.</summary>
    private static readonly (string Ending, string Replacement)[] endings =
    [
        ("ies", "y"), ("sses", "ss"), ("iases", "ias"), ("tuses", "tus"), ("puses", "pus"), ("ruses", "rus"), ("nuses", "nus"), ("xes", "x"),
        ("ches", "ch"), ("shes", "sh"), ("zzes", "zz"), ("oes", "o"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
    ];

    /// <summary>The singular of a name in PascalCase; only its last word changes. What is not known to be a plural stays.</summary>
    public static string Of(string name)
    {
        var start = name.Length;
        while (start > 0 && !char.IsUpper(name[start - 1]))
            start--;
        start = Math.Max(0, start - 1);
        var word = name[start..];
        foreach (var (plural, singular) in words)
        {
            if (word.Equals(plural, StringComparison.OrdinalIgnoreCase))
                return name[..start] + MatchCase(singular, word);
        }

        if (word.Length < 3)
            return name;
        foreach (var (ending, replacement) in endings)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
                return string.Concat(name.AsSpan(0, name.Length - ending.Length), replacement);
        }

        return name;
    }

    private static string MatchCase(string singular, string word) =>
        char.IsUpper(word[0]) ? string.Concat(char.ToUpperInvariant(singular[0]).ToString(), singular.AsSpan(1)) : singular;
}
