using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Content.Compiler.Schema;

/// <summary>What C# allows as a name.</summary>
public static class CSharpName
{
    private static readonly FrozenSet<string> keywords = FrozenSet.ToFrozenSet(
        [
            "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
            "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
            "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
            "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
            "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
            "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether C# reserves the word; after an <c>@</c> it is a name all the same.</summary>
    public static bool IsKeyword(string name) => keywords.Contains(name);

    /// <summary>Letters, digits and underscores, no digit first; keywords too.</summary>
    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || IsDigit(name[0]))
            return false;
        foreach (var unit in name)
        {
            if (unit != '_' && !IsLetterOrDigit(unit))
                return false;
        }

        return true;
    }

    /// <summary>Identifiers with dots between them; the generated code marks keywords.</summary>
    public static bool IsNamespace(string name) => name.Split('.').All(IsIdentifier);

    /// <summary>
    /// Whether a type can have the name. The compiler warns of types in lower-case ASCII alone (they may become keywords),
    /// which would fail builds that treat warnings as errors.
    /// </summary>
    public static bool IsTypeName(string name) => IsIdentifier(name) && name.AsSpan().ContainsAnyExceptInRange('a', 'z');

    /// <summary>
    /// Whether a type of this name and a namespace would hide each other: from the code in <paramref name="ownNamespace"/> the namespace, from code outside of it the type.
    /// </summary>
    public static bool HidesNamespace(string name, string ownNamespace) =>
        name is "Content" or "Microsoft" or "System" || string.Equals(name, ownNamespace.Split('.')[0].Trim(), StringComparison.Ordinal);

    /// <summary>The member that a value of an enum becomes: never empty, always legal.</summary>
    public static string OfEnumValue(string value)
    {
        var name = SymbolName.Of(value);
        if (name.Length > 0)
            return name;
        var codes = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
            codes.Append(CultureInfo.InvariantCulture, $"U{rune.Value:X}");
        return codes.ToString();
    }

    /// <summary>Whether a name can begin with it.</summary>
    internal static bool IsStart(char unit) => unit == '_' || IsLetter(unit);

    /// <summary>Whether a name can go on with it; underscores and their like apart, which can too.</summary>
    internal static bool IsLetterOrDigit(char unit) => IsLetter(unit) || IsDigit(unit);

    private static bool IsLetter(char unit) =>
        char.GetUnicodeCategory(unit) is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsDigit(char unit) =>
        char.GetUnicodeCategory(unit) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
