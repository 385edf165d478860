using System.Net;
using System.Text;

namespace Content.AspNetCore.Markup;

/// <summary>Text in HTML.</summary>
internal static class HtmlText
{
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        return text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
    }
}
