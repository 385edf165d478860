using System.Text;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>The text of the blob, UTF-8. Short text that comes again, such as a tag, is stored once.</summary>
internal sealed class TextHeap(int entries)
{
    /// <summary>What is longer seldom comes again, and costs more to look for than to store.</summary>
    private const int LongestShared = CatalogFormat.LongestSharedText;

    /// <summary>What an entry has in text, usually. Large arrays that grow cost more than those that are too large.</summary>
    private const int UsualLength = 1024;

    private readonly ByteBuilder bytes = new(Math.Clamp(entries, 16, 1 << 18) * UsualLength);
    private readonly Dictionary<string, ulong> shared = new(StringComparer.Ordinal);

    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Written => bytes.Written;

    /// <summary>The slot that names <paramref name="text"/>; half a surrogate pair, which UTF-8 does not have, becomes U+FFFD.</summary>
    public ulong Add(string text)
    {
        if (text.Length > LongestShared)
            return Append(text);
        if (!shared.TryGetValue(text, out var slot))
            shared.Add(text, slot = Append(text));
        return slot;
    }

    /// <summary>The slot that names <paramref name="text"/>.</summary>
    public ulong Append(ReadOnlySpan<char> text)
    {
        var offset = bytes.Length;
        var room = bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room);
        bytes.Advance(length);
        return MakeSlot(offset, length);
    }

    /// <summary>A slot with an offset or a number in its low half and a length, count or presence in the other.</summary>
    public static ulong MakeSlot(int low, int high) => (uint)low | (ulong)(uint)high << 32;

    /// <summary>Orders the texts of two slots as the reader bisects them.</summary>
    public int Compare(ulong left, ulong right) => Read(left).SequenceCompareTo(Read(right));

    private ReadOnlySpan<byte> Read(ulong slot) =>
        slot >> 32 == CatalogFormat.Absent ? default : bytes.Written.Slice((int)(uint)slot, (int)(slot >> 32));
}
