using System.Buffers;

namespace Content.Runtime;

/// <summary>
/// The bytes of the catalog where the runtime mapped them with the assembly. The stream is kept because it keeps a collectible assembly loaded.
/// </summary>
internal sealed unsafe class MappedBytes : MemoryManager<byte>
{
    private readonly object owner;
    private readonly byte* start;
    private readonly int length;

    private MappedBytes(object owner, byte* start, int length)
    {
        this.owner = owner;
        this.start = start;
        this.length = length;
    }

    public ReadOnlySpan<byte> Span => new(start, length);

    public int Length => length;

    /// <summary>Takes the bytes of <paramref name="stream"/> in place where it is mapped memory, and a pinned copy of them otherwise.</summary>
    public static MappedBytes Of(Stream stream)
    {
        if (stream.Length > int.MaxValue)
            throw new InvalidDataException("The compiled catalog is larger than 2 GB.");
        if (stream is UnmanagedMemoryStream mapped)
            return new MappedBytes(stream, mapped.PositionPointer - mapped.Position, (int)mapped.Length);
        var copy = GC.AllocateUninitializedArray<byte>((int)stream.Length, pinned: true);
        stream.ReadExactly(copy);
        fixed (byte* start = copy)
            return new MappedBytes(copy, start, copy.Length);
    }

    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, length);
        return new MemoryHandle(start + elementIndex, default, this);
    }

    public override void Unpin() => GC.KeepAlive(owner);

    protected override void Dispose(bool disposing)
    {
    }
}
