using System.Buffers.Binary;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>A section of the blob while it grows. What is written is little-endian on every machine.</summary>
internal sealed class ByteBuilder
{
    private byte[] bytes;

    public ByteBuilder(int capacity = 256) => bytes = GC.AllocateUninitializedArray<byte>(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Adds <paramref name="count"/> bytes of <paramref name="fill"/>, to be written later; returns where they start.</summary>
    public int Reserve(int count, byte fill)
    {
        var start = Length;
        Grow(count).Fill(fill);
        return start;
    }

    /// <summary>Adds room for up to <paramref name="most"/> bytes, of which <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> GetSpan(int most)
    {
        EnsureRoom(most);
        return bytes.AsSpan(Length, most);
    }

    public void Advance(int count) => Length += count;

    public void AppendInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Grow(sizeof(int)), value);

    public void AppendSlot(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Grow(sizeof(ulong)), value);

    public void WriteInt32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at, sizeof(int)), value);

    public void WriteSlot(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at, sizeof(ulong)), value);

    private Span<byte> Grow(int count)
    {
        EnsureRoom(count);
        Length += count;
        return bytes.AsSpan(Length - count, count);
    }

    private void EnsureRoom(int count)
    {
        var needed = (long)Length + count;
        if (needed > Array.MaxLength)
            throw new CatalogTooLargeException();
        if (needed <= bytes.Length)
            return;
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * bytes.Length)));
        Written.CopyTo(larger);
        bytes = larger;
    }
}
