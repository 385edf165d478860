using System.Globalization;
using System.Text;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>Text as a C# string literal.</summary>
internal static class CSharpLiteral
{
    /// <summary>
    /// The literal, with its quotes. Letters and digits stand as they are; whatever could end a line, hide or reorder what is seen is escaped,
    /// half a surrogate pair too.
    /// </summary>
    public static string Of(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var unit in value)
        {
            if (unit is '"' or '\\')
                literal.Append('\\').Append(unit);
            else if (unit is >= ' ' and <= '~' || unit > '~' && char.IsLetterOrDigit(unit))
                literal.Append(unit);
            else
                literal.Append("\\u").Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        return literal.Append('"').ToString();
    }
}
