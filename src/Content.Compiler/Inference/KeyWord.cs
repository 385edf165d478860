namespace Content.Compiler.Inference;

/// <summary>The word that says what a key is: <c>author</c> of <c>ms.author</c>, <c>Url</c> of <c>teamUrl</c>, <c>author</c> of <c>authors</c>.</summary>
internal static class KeyWord
{
    public static string Of(string key)
    {
        var start = key.Length;
        while (start > 0 && char.IsAsciiLetterLower(key[start - 1]))
            start--;
        if (start > 0 && char.IsAsciiLetter(key[start - 1]))
            start--;
        var word = key[start..];
        return EnglishNoun.Singular(word) ?? word;
    }
}
