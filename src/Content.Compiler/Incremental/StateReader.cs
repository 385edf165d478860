using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Incremental;

/// <summary>Reads one item of a list.</summary>
internal delegate T StateItem<T>(ref StateReader reader);

/// <summary>
/// Reads what <see cref="StateWriter"/> wrote. The bytes have passed their checksum, so they are as they were written;
/// bounds are those of the span all the same.
/// </summary>
internal ref struct StateReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    public byte Byte() => bytes[position++];

    public bool Boolean() => Byte() != 0;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ContentHash Hash() => ContentHash.Read(Take(ContentHash.Size));

    public string String()
    {
        var length = Int32();
        if (length == 0)
            return "";
        return length < 0
            ? new string(MemoryMarshal.Cast<byte, char>(Take(-length * sizeof(char))))
            : Encoding.Latin1.GetString(Take(length));
    }

    public TextRange Range()
    {
        var values = Take(16);
        var line = BinaryPrimitives.ReadInt32LittleEndian(values);
        return new TextRange(
            line < 0 ? ~line : line,
            BinaryPrimitives.ReadInt32LittleEndian(values[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(values[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(values[12..]))
        {
            File = line < 0 ? String() : null,
        };
    }

    public ImmutableArray<T> List<T>(StateItem<T> read)
    {
        var count = Int32();
        if (count == 0)
            return [];
        // Every item has a byte at least, so what is more was written by another compiler, whose state has another form.
        if (count < 0 || count > bytes.Length - position)
            throw new InvalidDataException("A list is longer than the state.");
        var items = new T[count];
        for (var index = 0; index < count; index++)
            items[index] = read(ref this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>Passes over a list of strings.</summary>
    public void SkipStrings()
    {
        for (var count = Int32(); count > 0; count--)
        {
            var length = Int32();
            Take(length < 0 ? -length * sizeof(char) : length);
        }
    }

    /// <summary>The next <paramref name="count"/> bytes as they are.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        var taken = bytes.Slice(position, count);
        position += count;
        return taken;
    }

    /// <summary>Everything that has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => bytes[position..];
}
