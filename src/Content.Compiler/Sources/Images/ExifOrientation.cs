using System.Buffers.Binary;

namespace Content.Compiler.Sources.Images;

/// <summary>The one thing in a camera's data that changes a picture's size: that it lies on its side.</summary>
internal static class ExifOrientation
{
    private const ushort OrientationTag = 0x0112;
    private const int EntryLength = 12;

    /// <param name="tiff">The TIFF structure, or its beginning.</param>
    public static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return false;
        var isLittle = tiff.StartsWith("II"u8);
        if (!isLittle && !tiff.StartsWith("MM"u8))
            return false;
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
            return false;
        var directory = tiff[(int)start..];
        var count = ReadUInt16(directory, isLittle);
        directory = directory[2..];
        for (var index = 0; index < count && directory.Length >= EntryLength; index++, directory = directory[EntryLength..])
        {
            if (ReadUInt16(directory, isLittle) == OrientationTag)
                return ReadUInt16(directory[8..], isLittle) is >= 5 and <= 8;
        }

        return false;
    }

    private static ushort ReadUInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
