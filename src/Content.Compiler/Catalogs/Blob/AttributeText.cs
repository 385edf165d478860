using System.Buffers;
using System.Text;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Text as the value of an HTML attribute, whichever quotes the attribute has, or none.</summary>
internal static class AttributeText
{
    private static readonly SearchValues<char> plain =
        SearchValues.Create("!#$%()*+,-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~=");

    /// <summary>Whether <paramref name="text"/> is ASCII that stands as it is.</summary>
    public static bool IsPlain(string text) => text.AsSpan().IndexOfAnyExcept(plain) < 0;

    /// <summary>The bytes of <paramref name="text"/>, escaped, in UTF-8.</summary>
    public static int MeasureUtf8(string text) => IsPlain(text) ? text.Length : Encoding.UTF8.GetByteCount(Escape(text));

    /// <summary>Escapes <paramref name="text"/>.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' or '`' or <= ' ' => escaped.Append("&#").Append((int)c).Append(';'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
