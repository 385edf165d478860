using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Content.AspNetCore.Answers;

/// <summary>A strong tag out of the bytes of a body, the same on every machine and at every start: XXH64, since ASP.NET Core brings no fast hash along.</summary>
internal static class EntityTag
{
    private const ulong P1 = 11400714785074694791;
    private const ulong P2 = 14029467366897019727;
    private const ulong P3 = 1609587929392839161;
    private const ulong P4 = 9650029242287828579;
    private const ulong P5 = 2870177450012600261;

    public static string Of(ReadOnlySpan<byte> bytes) => string.Create(18, Hash(bytes), static (text, hash) =>
    {
        text[0] = text[17] = '"';
        for (var digit = 0; digit < 16; digit++)
            text[1 + digit] = "0123456789abcdef"[(int)(hash >> (60 - 4 * digit)) & 15];
    });

    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        ulong hash;
        if (bytes.Length >= 32)
        {
            ulong a = unchecked(P1 + P2), b = P2, c = 0, d = unchecked(0 - P1);
            var lanes = MemoryMarshal.Cast<byte, ulong>(bytes[..(bytes.Length & ~31)]);
            for (var lane = 0; lane + 3 < lanes.Length; lane += 4)
            {
                a = Round(a, LittleEndian(lanes[lane]));
                b = Round(b, LittleEndian(lanes[lane + 1]));
                c = Round(c, LittleEndian(lanes[lane + 2]));
                d = Round(d, LittleEndian(lanes[lane + 3]));
            }

            bytes = bytes[(lanes.Length * sizeof(ulong))..];
            hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
        }
        else
        {
            hash = P5;
        }

        hash += length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            hash = BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes)), 27) * P1 + P4;
        if (bytes.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * P1), 23) * P2 + P3;
            bytes = bytes[4..];
        }

        foreach (var last in bytes)
            hash = BitOperations.RotateLeft(hash ^ (last * P5), 11) * P1;
        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return hash ^ (hash >> 32);
    }

    private static ulong LittleEndian(ulong lane) => BitConverter.IsLittleEndian ? lane : BinaryPrimitives.ReverseEndianness(lane);

    private static ulong Round(ulong sum, ulong lane) => BitOperations.RotateLeft(sum + lane * P2, 31) * P1;

    private static ulong Merge(ulong hash, ulong sum) => (hash ^ Round(0, sum)) * P1 + P4;
}
