using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Content.Compiler.Sources;

/// <summary>Hashes what a build depends on, so that one comparison tells whether anything changed.</summary>
internal sealed class Fingerprint
{
    private readonly ContentHasher hash = new();

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

    public ContentHash Value => hash.Value;

    /// <summary>A text with its length, so that no two lists of texts look alike.</summary>
    public Fingerprint Add(string? text)
    {
        Add(text?.Length ?? -1);
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }

    public Fingerprint Add(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.Append(bytes);
        return this;
    }

    public Fingerprint Add(Guid value)
    {
        hash.Append(value.ToByteArray());
        return this;
    }

    public Fingerprint Add(ContentHash value)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        value.Write(bytes);
        hash.Append(bytes);
        return this;
    }

    private void Add(SourceFile file) => Add(file.Path).Add(file.Length).Add(file.LastWriteTicks).Add((long)file.Reach);
}
