using System.Buffers;
using System.IO.MemoryMappedFiles;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>A file mapped into memory, read in place: unchanged bodies pass from the store to the catalog without a copy of ours.</summary>
internal sealed unsafe class MappedBytes : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private bool isDisposed;

    public MappedBytes(string path, long length)
    {
        Length = length;
        file = MemoryMappedFile.CreateFromFile(
            RegularFile.Open(path), null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    public long Length { get; }

    /// <summary>A stretch of the file, valid until the map is disposed of.</summary>
    public ReadOnlyMemory<byte> Slice(long offset, int length) => new Piece(start + offset, length).Memory;

    /// <summary>May be called again.</summary>
    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    private sealed class Piece(byte* start, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(start, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
