using System.Buffers.Binary;

namespace Content.Compiler.Sources.Images;

/// <summary>WebP: a RIFF file whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended).</summary>
internal static class WebPHeader
{
    public static ImageReading? Read(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head.StartsWith("RIFF"u8) || !head[8..].StartsWith("WEBP"u8))
            return null;
        if (head.Length < 30)
            return ImageReading.Failed("is a WebP that is cut off before its size.");
        var kind = head.Slice(12, 4);
        var data = head[20..];
        if (kind.SequenceEqual("VP8X"u8))
            return ImageReading.Of(1 + ReadUInt24(data[4..]), 1 + ReadUInt24(data[7..]));
        if (kind.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return ImageReading.Of(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        if (kind.SequenceEqual("VP8 "u8) && data[3..].StartsWith(KeyFrame))
        {
            return ImageReading.Of(
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        }

        return ImageReading.Failed("is a WebP of a kind that we do not know.");
    }

    private static ReadOnlySpan<byte> KeyFrame => [0x9D, 0x01, 0x2A];

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
