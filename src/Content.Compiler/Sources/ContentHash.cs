using System.Buffers.Binary;
using System.IO.Hashing;

namespace Content.Compiler.Sources;

/// <summary>
/// The XxHash128 of some bytes: two contents with one hash are the same. In halves, because what has a <see cref="UInt128"/> in it
/// is not compiled ahead of time.
/// </summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
internal readonly record struct ContentHash(ulong High, ulong Low)
{
    /// <summary>In bytes.</summary>
    public const int Size = 16;

    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Size];
        XxHash128.Hash(bytes, hash);
        return Read(hash);
    }

    /// <summary>Of everything that was appended.</summary>
    public static ContentHash Of(XxHash128 appended)
    {
        Span<byte> hash = stackalloc byte[Size];
        appended.GetCurrentHash(hash);
        return Read(hash);
    }

    public static ContentHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }
}
