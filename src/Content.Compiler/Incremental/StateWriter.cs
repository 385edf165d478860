using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Incremental;

/// <summary>
/// Writes the primitives of the state file: little-endian; strings of ASCII a byte a character, others as UTF-16, so that none is lossy.
/// </summary>
internal sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 12);
    private readonly ByteArena kept = new();

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>What was written, for as long as the build takes.</summary>
    public ReadOnlyMemory<byte> Keep() => kept.Keep(buffer.WrittenSpan);

    /// <summary>Forgets what was written and keeps the room.</summary>
    public void Clear() => buffer.ResetWrittenCount();

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

    public void Hash(ContentHash value)
    {
        value.Write(buffer.GetSpan(ContentHash.Size));
        buffer.Advance(ContentHash.Size);
    }

    /// <summary>A string; a negative length says that it is UTF-16.</summary>
    public void String(string value)
    {
        if (Ascii.IsValid(value))
        {
            Int32(value.Length);
            var room = buffer.GetSpan(value.Length);
            Encoding.ASCII.GetBytes(value, room);
            buffer.Advance(value.Length);
            return;
        }

        Int32(-value.Length);
        buffer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    public void Range(TextRange range)
    {
        // A line that is below zero says that a file's name follows.
        Int32(range.File is null ? range.StartLine : ~range.StartLine);
        Int32(range.StartColumn);
        Int32(range.EndLine);
        Int32(range.EndColumn);
        if (range.File is not null)
            String(range.File);
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

    /// <summary>Bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);
}
