using System.Buffers.Binary;
using System.IO.Hashing;

namespace Content.Compiler.Sources;

/// <summary>
/// What tells contents apart: two with one hash are the same. It is a CRC-64 and an XxHash64: of the hashes that the platform has these are compiled
/// ahead of time, where XxHash128 is compiled when a build first needs it, and runs unoptimised for all of a small build. In halves, because
/// what has a <see cref="UInt128"/> in it is not compiled ahead of time either.
/// </summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
internal readonly record struct ContentHash(ulong High, ulong Low)
{
    /// <summary>In bytes.</summary>
    public const int Size = 16;

    public static ContentHash Of(ReadOnlySpan<byte> bytes) => new(Crc64.HashToUInt64(bytes), XxHash64.HashToUInt64(bytes));

    public static ContentHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }
}
