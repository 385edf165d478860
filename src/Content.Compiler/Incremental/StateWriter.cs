using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>Writes the primitives of the state file: little-endian, strings as UTF-16 so that none is lossy.</summary>
internal sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    public void Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), value);
        buffer.Advance(4);
    }

    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    public void UInt128(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(buffer.GetSpan(16), value);
        buffer.Advance(16);
    }

    /// <summary>A string; null is told from empty.</summary>
    public void String(string? value)
    {
        if (value is null)
        {
            Int32(-1);
            return;
        }

        Int32(value.Length);
        buffer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public void Range(TextRange range)
    {
        Int32(range.StartLine);
        Int32(range.StartColumn);
        Int32(range.EndLine);
        Int32(range.EndColumn);
    }

    public void List<T>(ImmutableArray<T> items, Action<StateWriter, T> write)
    {
        if (items.IsDefault)
        {
            Int32(0);
            return;
        }

        Int32(items.Length);
        foreach (var item in items)
            write(this, item);
    }
}
