using System.Buffers;
using System.IO.Hashing;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>An output that is either the old one or the new one, never half of either.</summary>
/// <param name="Name">Below the output directory.</param>
/// <param name="Length">In bytes.</param>
/// <param name="LastWriteTicks">UTC.</param>
/// <param name="Checksum">CRC-64 of the bytes.</param>
public sealed record OutputFile(string Name, long Length, long LastWriteTicks, ulong Checksum)
{
    /// <summary>What is read in a few milliseconds: the code of nearly every site, and the blob of a small one.</summary>
    private const int CheaplyRead = 8 * 1024 * 1024;

    /// <summary>A name beside <paramref name="path"/> that no other build uses at the same time.</summary>
    public static string TemporaryName(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    /// <summary>
    /// Whether the file is there as this build's predecessor left it. Of a large one only length and time are looked at: to read the blob of
    /// 10,000 articles would take about as long as all else that a build without changes does.
    /// </summary>
    public bool IsCurrent(string directory)
    {
        var info = new FileInfo(Path.Combine(directory, Name));
        if (!info.Exists || info.Length != Length || info.LastWriteTimeUtc.Ticks != LastWriteTicks)
            return false;
        try
        {
            return Length > CheaplyRead || ChecksumOf(info.FullName) == Checksum;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false; // it is written again, which says why that cannot be done
        }
    }

    /// <summary>Writes to a temporary file, and renames it over <paramref name="name"/> unless the bytes are the same.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Below it.</param>
    /// <param name="previous">What the last build left, if known: saves reading it.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <param name="temporary">Where they go first; null for a name that no other build uses at the same time.</param>
    public static OutputFile Write(string directory, string name, OutputFile? previous, Action<Stream> write, string? temporary = null)
    {
        var path = Path.Combine(directory, name);
        temporary ??= TemporaryName(path);
        try
        {
            var hash = new Crc64();
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            using (var hashing = new HashingStream(file, hash))
                write(hashing);
            var written = new FileInfo(temporary);
            var checksum = hash.GetCurrentHashAsUInt64();
            if (ChecksumOf(directory, name, previous, written.Length) == checksum)
            {
                File.Delete(temporary);
                written = new FileInfo(path);
            }
            else
            {
                File.Move(temporary, path, overwrite: true);
                written = new FileInfo(path);
            }

            return new OutputFile(name, written.Length, written.LastWriteTimeUtc.Ticks, checksum);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static ulong? ChecksumOf(string directory, string name, OutputFile? previous, long length)
    {
        if (previous is not null && previous.IsCurrent(directory))
            return previous.Length == length ? previous.Checksum : null;
        var existing = new FileInfo(Path.Combine(directory, name));
        if (!existing.Exists || existing.Length != length)
            return null;
        return ChecksumOf(existing.FullName);
    }

    private static ulong ChecksumOf(string path)
    {
        using var file = RegularFile.Open(path);
        var hash = new Crc64();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            long offset = 0;
            while (RandomAccess.Read(file, buffer, offset) is var read and > 0)
            {
                hash.Append(buffer.AsSpan(0, read));
                offset += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return hash.GetCurrentHashAsUInt64();
    }
}
