using System.Globalization;
using System.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What an author wrote, as messages show it.</summary>
public static class Quoted
{
    private const int Longest = 100;
    private const int Head = 70;
    private const int Tail = 25;

    /// <summary>
    /// <paramref name="written"/> between single quotes: shortened in its middle if huge, and on one line whatever it holds
    /// (line ends, other control characters and lone surrogates as escapes).
    /// </summary>
    public static string Text(string written)
    {
        var shown = new StringBuilder(Math.Min(written.Length, Longest) + 2).Append('\'');
        if (written.Length <= Longest)
        {
            Append(shown, written);
        }
        else
        {
            Append(shown, written.AsSpan(0, char.IsHighSurrogate(written[Head - 1]) ? Head - 1 : Head));
            shown.Append('…');
            Append(shown, written.AsSpan(char.IsLowSurrogate(written[^Tail]) ? written.Length - Tail + 1 : written.Length - Tail));
        }

        return shown.Append('\'').ToString();
    }

    /// <summary>Several, as a sentence lists them: <c>'a', 'b' or 'c'</c>.</summary>
    public static string Choice(IReadOnlyList<string> written)
    {
        var shown = new StringBuilder();
        for (var index = 0; index < written.Count; index++)
        {
            if (index > 0)
                shown.Append(index == written.Count - 1 ? " or " : ", ");
            shown.Append(Text(written[index]));
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                shown.Append(unit).Append(text[++index]);
            else if (char.IsControl(unit) || char.IsSurrogate(unit) || unit is '\u2028' or '\u2029')
                shown.Append(Escape(unit));
            else
                shown.Append(unit);
        }
    }

    private static string Escape(char unit) => unit switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture),
    };
}
