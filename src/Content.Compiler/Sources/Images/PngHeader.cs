using System.Buffers.Binary;

namespace Content.Compiler.Sources.Images;

/// <summary>
/// PNG: the signature, then the chunk IHDR (Apple's variant has one before it). Browsers turn a picture whose eXIf chunk says so,
/// if that stands before the data.
/// </summary>
internal static class PngHeader
{
    /// <summary>Between the size and the data come profiles and texts; nobody has more of them.</summary>
    private const int MostChunks = 512;
    private const int ExifLength = 1024;
    private const int SignatureLength = 8;

    /// <summary>Length and kind before what a chunk holds, and a checksum after it.</summary>
    private const int ChunkFrame = 12;

    public static ImageReading? Read(ReadOnlySpan<byte> head, ImageBytes bytes)
    {
        if (!head.StartsWith(Signature))
            return null;
        var offset = SignatureLength;
        var chunk = head[offset..];
        if (chunk.Length >= 16 && chunk[4..].StartsWith("CgBI"u8))
        {
            offset += 16;
            chunk = chunk[16..];
        }

        if (chunk.Length < 16 || !chunk[4..].StartsWith("IHDR"u8))
            return ImageReading.Failed("is a PNG that is cut off before its size.");
        var width = BinaryPrimitives.ReadInt32BigEndian(chunk[8..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(chunk[12..]);
        return IsTurned(bytes, offset + ChunkFrame + BinaryPrimitives.ReadUInt32BigEndian(chunk)) ? ImageReading.Of(height, width) : ImageReading.Of(width, height);
    }

    /// <summary>Looks through the chunks from <paramref name="offset"/> to the data.</summary>
    private static bool IsTurned(ImageBytes bytes, long offset)
    {
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> exif = stackalloc byte[ExifLength];
        for (var count = 0; count < MostChunks && bytes.Read(offset, chunk) == chunk.Length; count++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var kind = chunk[4..];
            if (kind.SequenceEqual("IDAT"u8) || kind.SequenceEqual("IEND"u8))
                return false;
            if (kind.SequenceEqual("eXIf"u8))
                return ExifOrientation.IsTurned(exif[..bytes.Read(offset + chunk.Length, exif[..(int)Math.Min(ExifLength, length)])]);
            offset += ChunkFrame + length;
        }

        return false;
    }

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
}
