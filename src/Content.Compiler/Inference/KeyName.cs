using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>The last word of a key, which says what it is: <c>Author</c> of <c>ms.author</c> and of <c>authors</c>, <c>Url</c> of <c>teamUrl</c>, <c>ID</c> of <c>postID</c>.</summary>
internal static class KeyName
{
    public static string LastWord(string key)
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
