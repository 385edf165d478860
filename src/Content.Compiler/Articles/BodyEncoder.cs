using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Content.Compiler.Articles.Markdown;

namespace Content.Compiler.Articles;

/// <summary>Turns rendered text and its slots into UTF-8.</summary>
internal static class BodyEncoder
{
    /// <summary>Encodes <paramref name="html"/>; slots are in order and do not overlap.</summary>
    public static ArticleBody Encode(ReadOnlySpan<char> html, List<FoundSlot> slots)
    {
        if (html.IsEmpty)
            return ArticleBody.Empty;
        var bytes = new byte[Encoding.UTF8.GetByteCount(html)];

        // All ASCII: offsets are the same in units and in bytes.
        var isAscii = bytes.Length == html.Length;
        var placed = new LinkSlot[slots.Count];
        var from = 0;
        var written = 0;
        for (var index = 0; index < placed.Length; index++)
        {
            var slot = slots[index];
            if (isAscii)
            {
                placed[index] = new LinkSlot(slot.Start, slot.Length, slot.Link);
                continue;
            }

            written += Encoding.UTF8.GetBytes(html[from..slot.Start], bytes.AsSpan(written));
            var length = Encoding.UTF8.GetBytes(html.Slice(slot.Start, slot.Length), bytes.AsSpan(written));
            placed[index] = new LinkSlot(written, length, slot.Link);
            written += length;
            from = slot.Start + slot.Length;
        }

        Encoding.UTF8.GetBytes(html[from..], bytes.AsSpan(written));
        return new ArticleBody(bytes, ImmutableCollectionsMarshal.AsImmutableArray(placed));
    }
}
