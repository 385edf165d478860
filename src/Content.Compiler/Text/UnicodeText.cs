using System.Globalization;
using System.Text;

namespace Content.Compiler.Text;

/// <summary>One form for what different systems spell differently: macOS decomposes the letters of file names.</summary>
internal static class UnicodeText
{
    /// <summary><paramref name="text"/> in form C; itself where it has half a surrogate pair, which has no form.</summary>
    public static string Compose(string text) => UnicodeNormalization.Compose(text);

    /// <summary>Likewise in form D: letters apart from their marks.</summary>
    public static string Decompose(string text) => UnicodeNormalization.Decompose(text);

    /// <summary>Whether nothing, or no more than a gap, is seen of a character: spaces, controls, joiners, variation selectors, fillers.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value switch
    {
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0 => true,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator,
    };
}
