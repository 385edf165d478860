using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Content.Compiler.Sources;

/// <summary>Hashes what a build depends on, so that one comparison tells whether anything changed.</summary>
internal sealed class Fingerprint
{
    private readonly ContentHasher hash = new();

    // Reason: hundreds of thousands of short texts and numbers are hashed in large blocks, several times as fast.
    private readonly byte[] buffer = new byte[1 << 14];
    private int used;

    /// <summary>Every file and folder of <paramref name="files"/>: its path, time, length and reach; nothing of its content.</summary>
    public static ContentHash Of(FileMap files)
    {
        var fingerprint = new Fingerprint().Add(files.RootExists ? 1 : 0);
        foreach (var file in files.Files)
            fingerprint.Add(file);
        foreach (var file in files.StaticFiles)
            fingerprint.Add(file);
        foreach (var (folder, ticks) in files.FolderTimes)
            fingerprint.Add(folder).Add(ticks);
        foreach (var folder in files.FoldersThatLeadOut)
            fingerprint.Add(folder);
        foreach (var (path, reason) in files.UnreadableFolders)
            fingerprint.Add(path).Add(reason);
        return fingerprint.Value;
    }

    public ContentHash Value
    {
        get
        {
            Flush();
            return hash.Value;
        }
    }

    /// <summary>A text with its length, so that no two lists of texts look alike.</summary>
    public Fingerprint Add(string? text)
    {
        Add(text?.Length ?? -1);
        Append(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }

    public Fingerprint Add(long value)
    {
        if (used > buffer.Length - sizeof(long))
            Flush();
        BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(used), value);
        used += sizeof(long);
        return this;
    }

    public Fingerprint Add(Guid value)
    {
        Append(value.ToByteArray());
        return this;
    }

    public Fingerprint Add(ContentHash value)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        value.Write(bytes);
        Append(bytes);
        return this;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - used)
            Flush();
        if (bytes.Length > buffer.Length)
        {
            hash.Append(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Flush()
    {
        hash.Append(buffer.AsSpan(0, used));
        used = 0;
    }

    private void Add(SourceFile file) => Add(file.Path).Add(file.Length).Add(file.LastWriteTicks).Add((long)file.Reach);
}
