using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>
/// Reads what <see cref="StateWriter"/> wrote. The bytes have passed their checksum, so they are as they were written;
/// bounds are those of the array all the same.
/// </summary>
internal sealed class StateReader(ReadOnlyMemory<byte> bytes)
{
    private int position;

    public byte Byte() => bytes.Span[position++];

    public bool Boolean() => Byte() != 0;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public UInt128 UInt128() => BinaryPrimitives.ReadUInt128LittleEndian(Take(16));

    public string? NullableString()
    {
        var length = Int32();
        return length < 0 ? null : length == 0 ? "" : new string(MemoryMarshal.Cast<byte, char>(Take(length * 2)));
    }

    public string String() => NullableString() ?? "";

    public TextRange Range()
    {
        var values = Take(16);
        return new TextRange(
            BinaryPrimitives.ReadInt32LittleEndian(values),
            BinaryPrimitives.ReadInt32LittleEndian(values[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(values[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(values[12..]));
    }

    public ImmutableArray<T> List<T>(Func<StateReader, T> read)
    {
        var count = Int32();
        if (count == 0)
            return [];
        var items = new T[count];
        for (var index = 0; index < count; index++)
            items[index] = read(this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = bytes.Span.Slice(position, count);
        position += count;
        return taken;
    }
}
