using System.Buffers.Binary;

namespace Content.Compiler.Sources.Images;

/// <summary>GIF: the logical screen follows the signature.</summary>
internal static class GifHeader
{
    public static ImageReading? Read(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("GIF87a"u8) && !head.StartsWith("GIF89a"u8))
            return null;
        return head.Length < 10
            ? ImageReading.Failed("is a GIF that is cut off before its size.")
            : ImageReading.Of(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
    }
}
