using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>The word that says what a key is: <c>Author</c> of <c>ms.author</c> and of <c>authors</c>, <c>Url</c> of <c>teamUrl</c>, <c>ID</c> of <c>postID</c>.</summary>
internal static class KeyWord
{
    public static string Of(string key)
    {
        var name = EnglishSingular.Of(SymbolName.Of(key));
        var start = name.Length;
        while (start > 0 && !char.IsUpper(name[start - 1]))
            start--;
        // Capitals in a row are one word, and so is a capital before small letters.
        while (start > 0 && char.IsUpper(name[start - 1]) && (start == name.Length || char.IsUpper(name[start])))
            start--;
        return start > 0 && start < name.Length && !char.IsUpper(name[start]) ? name[(start - 1)..] : name[start..];
    }
}
