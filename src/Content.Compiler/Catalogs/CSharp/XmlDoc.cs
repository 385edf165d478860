using System.Globalization;
using System.Text;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>What authors write, as text of an XML doc comment on one line.</summary>
internal static class XmlDoc
{
    private const int LongestText = 200;

    /// <summary>
    /// Escaped for XML, without line breaks of C# or of XML and without characters that XML does not have or that reorder a line;
    /// shortened where it is too long for a tooltip.
    /// </summary>
    public static string Text(string value)
    {
        if (IsPlain(value))
            return value;
        var text = new StringBuilder(Math.Min(value.Length, LongestText) + 16);
        for (var index = 0; index < value.Length; index++)
        {
            if (index >= LongestText)
            {
                text.Append('…');
                break;
            }

            var unit = value[index];
            if (char.IsHighSurrogate(unit) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
                text.Append(unit).Append(value[++index]);
            else
                Append(text, unit);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char unit) => _ = unit switch
    {
        '&' => text.Append("&amp;"),
        '<' => text.Append("&lt;"),
        '>' => text.Append("&gt;"),
        _ when IsUnseen(unit) => text.Append(' '),
        '\uFFFE' or '\uFFFF' => text.Append('\uFFFD'),
        _ when char.IsSurrogate(unit) => text.Append('\uFFFD'),
        _ => text.Append(unit),
    };

    private static bool IsUnseen(char unit) => char.GetUnicodeCategory(unit)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    private static bool IsPlain(string value)
    {
        if (value.Length > LongestText)
            return false;
        foreach (var unit in value)
        {
            if (unit is < ' ' or > '~' or '&' or '<' or '>')
                return false;
        }

        return true;
    }
}
