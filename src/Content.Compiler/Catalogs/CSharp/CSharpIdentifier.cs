using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>What C# takes for a name. Names come from configuration and slugs made for it; this is the last line of defence.</summary>
internal static class CSharpIdentifier
{
    /// <summary>Longer names are cut: the compiler's limit is 511 bytes of UTF-8, and accessors take some of them.</summary>
    private const int LongestName = 160;

    private static readonly FrozenSet<string> keywords = new[]
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
        // Contextual, but not as the name of a type.
        "allows", "await", "dynamic", "extension", "field", "file", "managed", "nint", "notnull", "nuint", "partial", "record", "required",
        "scoped", "unmanaged", "value", "var", "when", "where", "with", "yield",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary><paramref name="name"/> itself where it is legal, otherwise with <c>_</c> for what is not; never empty. Keywords are not marked yet.</summary>
    public static string Legalize(string name)
    {
        if (IsLegal(name))
            return name;
        var legal = new StringBuilder(name.Length + 1);
        foreach (var unit in name)
        {
            // Formatting characters are legal, but C# does not see them: two names could become one.
            if (char.GetUnicodeCategory(unit) == UnicodeCategory.Format)
                continue;
            if (legal.Length == 0 && !IsStart(unit))
                legal.Append('_');
            if (legal.Length > 0 && IsPart(unit) || IsStart(unit))
                legal.Append(unit);
            else if (legal.Length == 0 || legal[^1] != '_')
                legal.Append('_');
            if (legal.Length == LongestName)
                break;
        }

        return legal.Length == 0 ? "_" : legal.ToString();
    }

    /// <summary>A legal namespace; empty stays empty.</summary>
    public static string LegalizeNamespace(string name) =>
        string.Join('.', name.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Mark(Legalize(part))));

    /// <summary>A legal name as it is written: a keyword with its <c>@</c>.</summary>
    public static string Mark(string name) => keywords.Contains(name) ? "@" + name : name;

    private static bool IsLegal(string name)
    {
        if (name.Length is 0 or > LongestName || !IsStart(name[0]))
            return false;
        foreach (var unit in name)
        {
            if (!IsPart(unit))
                return false;
        }

        return true;
    }

    private static bool IsStart(char unit) => unit < 128
        ? char.IsAsciiLetter(unit) || unit == '_'
        : char.GetUnicodeCategory(unit) is <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsPart(char unit) => unit < 128
        ? char.IsAsciiLetterOrDigit(unit) || unit == '_'
        : char.GetUnicodeCategory(unit) is <= UnicodeCategory.SpacingCombiningMark and not UnicodeCategory.EnclosingMark
            or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
