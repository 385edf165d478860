using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>What C# takes for a name. Names come from configuration and slugs made for it; this is the last line of defence.</summary>
internal static class CSharpIdentifier
{
    /// <summary>Longer names are cut: the compiler's limit is 511 bytes of UTF-8, and accessors take some of them.</summary>
    private const int LongestName = 160;

    /// <summary>Keywords in some places only, but nowhere the name of a type.</summary>
    private static readonly FrozenSet<string> contextual = new[]
    {
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
            if (legal.Length == 0 && !CSharpName.IsStart(unit))
                legal.Append('_');
            if (legal.Length > 0 && IsPart(unit) || CSharpName.IsStart(unit))
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
    public static string Mark(string name) => CSharpName.IsKeyword(name) || contextual.Contains(name) ? "@" + name : name;

    private static bool IsLegal(string name)
    {
        if (name.Length is 0 or > LongestName || !CSharpName.IsStart(name[0]))
            return false;
        foreach (var unit in name)
        {
            if (!IsPart(unit))
                return false;
        }

        return true;
    }

    private static bool IsPart(char unit) =>
        CSharpName.IsLetterOrDigit(unit) || char.GetUnicodeCategory(unit) == UnicodeCategory.ConnectorPunctuation;
}
