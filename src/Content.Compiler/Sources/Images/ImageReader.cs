using Microsoft.Win32.SafeHandles;

namespace Content.Compiler.Sources.Images;

/// <summary>Reads the size of an image from its first bytes; never the pixels. What a file is, its bytes say and not its name.</summary>
internal static class ImageReader
{
    /// <summary>What all formats but JPEG and SVG need, and most files of those.</summary>
    private const int HeadLength = 4096;

    /// <summary>Reads the file at the absolute <paramref name="path"/>.</summary>
    public static ImageReading Read(string path)
    {
        try
        {
            using var file = RegularFile.Open(path);
            return Read(new ImageBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ImageReading.Failed("cannot be read: " + Diagnostics.MessageText.OneLine(exception.Message));
        }
    }

    private static ImageReading Read(ImageBytes bytes)
    {
        Span<byte> buffer = stackalloc byte[HeadLength];
        var head = buffer[..bytes.Read(0, buffer)];
        if (head.IsEmpty)
            return ImageReading.Failed("is empty.");
        if (head.StartsWith("version https://git-lfs.github.com/spec/"u8))
            return ImageReading.Failed("is a Git LFS pointer and not the image itself. Get the files with 'git lfs pull'.");
        return PngHeader.Read(head, bytes)
            ?? GifHeader.Read(head)
            ?? WebPHeader.Read(head)
            ?? JpegHeader.Read(head, bytes)
            ?? SvgHeader.Read(head, bytes)
            ?? ImageReading.Failed("is not an image: it is neither PNG, JPEG, GIF, WebP nor SVG.");
    }
}

/// <summary>The bytes of a file, read in pieces at any place.</summary>
internal readonly struct ImageBytes(SafeFileHandle file)
{
    /// <summary>As many bytes as there are and fit.</summary>
    public int Read(long offset, Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length && RandomAccess.Read(file, buffer[total..], offset + total) is var read and > 0)
            total += read;
        return total;
    }
}
