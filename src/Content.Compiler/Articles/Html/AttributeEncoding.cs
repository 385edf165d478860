using System.Buffers;
using System.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Text as the value of an HTML attribute, whichever quotes the attribute has, or none.</summary>
internal static class AttributeEncoding
{
    private static readonly SearchValues<char> plain =
        SearchValues.Create("!#$%()*+,-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~=");

    /// <summary>Whether <paramref name="text"/> is ASCII that stands as it is.</summary>
    public static bool IsPlain(string text) => text.AsSpan().IndexOfAnyExcept(plain) < 0;

    /// <summary>The bytes of <paramref name="text"/>, encoded, in UTF-8.</summary>
    public static int MeasureUtf8(string text) => IsPlain(text) ? text.Length : Encoding.UTF8.GetByteCount(Encode(text));

    /// <summary>Encodes <paramref name="text"/>.</summary>
    public static string Encode(string text)
    {
        if (IsPlain(text))
            return text;
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' or '`' or <= ' ' => encoded.Append("&#").Append((int)c).Append(';'),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }
}
