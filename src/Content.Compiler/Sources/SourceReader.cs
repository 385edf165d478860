using System.Buffers;
using System.Text.Unicode;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Sources;

/// <summary>Reads a file of the project as text, or says in a diagnostic why that cannot be had.</summary>
internal static class SourceReader
{
    /// <summary>
    /// A file beyond this size is refused. The largest article of the corpora has 173 kB, and what a file costs is not its bytes but what is made
    /// of them: measured with 16 MB, plain text takes 45 times its size in memory, and list items, the worst that was found, 230 times.
    /// So a file of this size costs up to 1 GB.
    /// </summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="fullPath">Where it is.</param>
    /// <param name="file">What diagnostics call it.</param>
    public static SourceReading Read(string fullPath, string file)
    {
        byte[]? rented = null;
        try
        {
            using var handle = RegularFile.Open(fullPath);
            var length = RandomAccess.GetLength(handle);
            if (length > MaxBytes)
                return SourceReading.Failed(SourceErrors.TooLarge(file, length, MaxBytes));

            rented = ArrayPool<byte>.Shared.Rent((int)length + 1);
            var count = ReadToEnd(handle, ref rented);
            return count <= MaxBytes ? Decode(file, rented.AsSpan(0, count)) : SourceReading.Failed(SourceErrors.TooLarge(file, count, MaxBytes));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return SourceReading.Failed(SourceErrors.Unreadable(file, failure.Message));
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Decodes UTF-8, with or without a byte order mark.</summary>
    public static SourceReading Decode(string file, ReadOnlySpan<byte> bytes)
    {
        var hash = ContentHash.Of(bytes);
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return SourceReading.Failed(SourceErrors.Utf16(file), hash);

        var chars = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false);
            var text = new string(chars, 0, written);
            if (status == OperationStatus.Done)
                return new SourceReading(new SourceText(file, text), hash, null);

            var (line, column) = new LineMap(text).GetPosition(text.Length);
            return SourceReading.Failed(SourceErrors.NotUtf8(file, new TextRange(line, column, line, column + 1), bytes[read]), hash);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    /// <summary>Reads until the end, also of a file that grows or shrinks meanwhile; of one that is too large by then, somewhat more than it may have.</summary>
    private static int ReadToEnd(Microsoft.Win32.SafeHandles.SafeFileHandle handle, ref byte[] buffer)
    {
        var count = 0;
        while (count <= MaxBytes)
        {
            if (count == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, count).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            var read = RandomAccess.Read(handle, buffer.AsSpan(count), count);
            if (read == 0)
                break;
            count += read;
        }

        return count;
    }
}

/// <summary>A file's text, or what keeps us from it.</summary>
/// <param name="Text">Null where it could not be read.</param>
/// <param name="Hash">Of its bytes; zero where there are none to be had.</param>
/// <param name="Failure">CONTENT1011 where <paramref name="Text"/> is null.</param>
internal readonly record struct SourceReading(SourceText? Text, ContentHash Hash, Diagnostic? Failure)
{
    public static SourceReading Failed(Diagnostic failure, ContentHash hash = default) => new(null, hash, failure);
}
