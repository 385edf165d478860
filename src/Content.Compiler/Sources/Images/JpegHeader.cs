using System.Buffers.Binary;

namespace Content.Compiler.Sources.Images;

/// <summary>
/// JPEG: a chain of segments, of which one has the size. Browsers turn a picture as its camera says, so that width and height may change places.
/// </summary>
internal static class JpegHeader
{
    /// <summary>Profiles and thumbnails come in pieces of 64 kB; nobody has more of them.</summary>
    private const int MostSegments = 512;
    private const int ExifLength = 1024;

    public static ImageReading? Read(ReadOnlySpan<byte> head, ImageBytes bytes)
    {
        if (head.Length < 3 || head[0] != 0xFF || head[1] != 0xD8 || head[2] != 0xFF)
            return null;
        var offset = 2L;
        var isTurned = false;
        Span<byte> segment = stackalloc byte[10];
        Span<byte> exif = stackalloc byte[ExifLength];
        for (var count = 0; count < MostSegments; count++)
        {
            if (bytes.Read(offset, segment) < segment.Length || segment[0] != 0xFF)
                break;
            var marker = segment[1];
            if (marker is 0xFF)
            {
                offset++; // any number of these may stand before a marker
                continue;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                offset += 2;
                continue;
            }

            if (IsFrame(marker))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]);
                var width = BinaryPrimitives.ReadUInt16BigEndian(segment[7..]);
                return isTurned ? ImageReading.Of(height, width) : ImageReading.Of(width, height);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            if (marker is 0xD9 or 0xDA || length < 2)
                break;
            if (marker == 0xE1 && segment[4..].StartsWith("Exif\0\0"u8))
                isTurned = ExifOrientation.IsTurned(exif[..bytes.Read(offset + 10, exif[..Math.Min(ExifLength, Math.Max(0, length - 8))])]);
            offset += 2 + length;
        }

        return ImageReading.Failed("is a JPEG that is cut off before its size.");
    }

    /// <summary>SOF0 to SOF15 without the three that are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
