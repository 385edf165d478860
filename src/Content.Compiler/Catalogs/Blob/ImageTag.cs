using System.Globalization;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Routing;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>The attributes that an image element gets behind its address: those of <see cref="LinkedImage"/> that the author has not written.</summary>
internal static class ImageTag
{
    /// <summary>What is to stand behind the quote that ends a slot; empty where the slot is not the <c>src</c> of an <c>img</c>.</summary>
    public static string AttributesBehind(Entry entry, LinkSlot slot, ReadOnlySpan<byte> html)
    {
        if ((uint)slot.Link >= (uint)entry.LinkImages.Length || entry.LinkImages[slot.Link] is not { Width: > 0 } image)
            return "";
        var end = slot.Offset + slot.Length;
        if (end >= html.Length || html[end] is not ((byte)'"' or (byte)'\''))
            return "";
        var start = html[..slot.Offset].LastIndexOf((byte)'<');
        var close = html[end..].IndexOf((byte)'>');
        if (start < 0 || close < 0)
            return "";
        var before = Encoding.UTF8.GetString(html[start..(slot.Offset - 1)]);
        if (!before.StartsWith("<img", StringComparison.OrdinalIgnoreCase) || !before.EndsWith(" src=", StringComparison.OrdinalIgnoreCase))
            return "";
        var tag = before + Encoding.UTF8.GetString(html[end..(end + close)]);
        var size = Has(tag, "width") || Has(tag, "height") ? "" : string.Create(CultureInfo.InvariantCulture, $" width=\"{image.Width}\" height=\"{image.Height}\"");
        return image.IsLazy && !Has(tag, "loading") ? size + " loading=\"lazy\"" : size;
    }

    private static bool Has(string tag, string attribute) => tag.Contains($" {attribute}=", StringComparison.OrdinalIgnoreCase);
}
