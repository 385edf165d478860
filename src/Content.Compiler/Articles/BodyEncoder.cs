using System.Runtime.InteropServices;
using System.Text;

namespace Content.Compiler.Articles;

/// <summary>Turns rendered text and its slots into UTF-8.</summary>
internal static class BodyEncoder
{
    /// <summary>Encodes <paramref name="html"/>; slots are in order and do not overlap. The bytes are kept in <paramref name="arena"/>.</summary>
    public static ArticleBody Encode(ReadOnlySpan<char> html, List<FoundSlot> slots, ByteArena arena)
    {
        if (html.IsEmpty)
            return ArticleBody.Empty;
        var body = arena.Take(Encoding.UTF8.GetByteCount(html));
        var bytes = body.Span;

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

            written += Encoding.UTF8.GetBytes(html[from..slot.Start], bytes[written..]);
            var length = Encoding.UTF8.GetBytes(html.Slice(slot.Start, slot.Length), bytes[written..]);
            placed[index] = new LinkSlot(written, length, slot.Link);
            written += length;
            from = slot.Start + slot.Length;
        }

        Encoding.UTF8.GetBytes(html[from..], bytes[written..]);
        return new ArticleBody(body, ImmutableCollectionsMarshal.AsImmutableArray(placed));
    }
}
