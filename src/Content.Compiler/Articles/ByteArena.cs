namespace Content.Compiler.Articles;

/// <summary>
/// Room for bytes that live as long as the build, many articles in one array: ten thousand arrays would be moved by every collection of garbage,
/// and few large ones are not. For one thread at a time.
/// </summary>
internal sealed class ByteArena
{
    private const int SmallestArray = 1 << 15;
    private const int LargestArray = 1 << 20;

    private Memory<byte> rest;
    private int arrayLength = SmallestArray / 2;

    /// <summary>Room for <paramref name="length"/> bytes that nobody else has; what stands in it is anything.</summary>
    public Memory<byte> Take(int length)
    {
        if (length > rest.Length)
        {
            if (length > LargestArray / 4)
                return GC.AllocateUninitializedArray<byte>(length);
            arrayLength = Math.Max(length, Math.Min(2 * arrayLength, LargestArray));
            rest = GC.AllocateUninitializedArray<byte>(arrayLength);
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    /// <summary>A copy of <paramref name="bytes"/>.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        var kept = Take(bytes.Length);
        bytes.CopyTo(kept.Span);
        return kept;
    }
}
