using System.Buffers.Binary;

namespace Content.Compiler.Sources.Images;

/// <summary>PNG: the signature, then the chunk IHDR (Apple's variant has one before it).</summary>
internal static class PngHeader
{
    public static ImageReading? Read(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith(Signature))
            return null;
        var chunk = head[8..];
        if (chunk.Length >= 8 && chunk[4..].StartsWith("CgBI"u8) && chunk.Length >= 16)
            chunk = chunk[16..];
        if (chunk.Length < 16 || !chunk[4..].StartsWith("IHDR"u8))
            return ImageReading.Failed("is a PNG that is cut off before its size.");
        return ImageReading.Of(BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
    }

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
}
