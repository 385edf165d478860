using System.Buffers;
using System.Globalization;
using System.Text;

namespace Content.Build;

/// <summary>Text that goes into items: MSBuild reads it as escaped, so that a <c>;</c> in a file's name would make two items.</summary>
internal static class ItemText
{
    private static readonly SearchValues<char> special = SearchValues.Create("%*?@$();'");

    /// <summary><paramref name="text"/> with every character that means something to MSBuild as <c>%XX</c>.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(special))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            if (special.Contains(unit))
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)unit:x2}");
            else
                escaped.Append(unit);
        }

        return escaped.ToString();
    }
}
