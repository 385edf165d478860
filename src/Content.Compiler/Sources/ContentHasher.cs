using System.IO.Hashing;

namespace Content.Compiler.Sources;

/// <summary>The <see cref="ContentHash"/> of what comes piece by piece.</summary>
internal sealed class ContentHasher() : NonCryptographicHashAlgorithm(ContentHash.Size)
{
    private readonly Crc64 high = new();
    private readonly XxHash64 low = new();

    public ContentHash Value => new(high.GetCurrentHashAsUInt64(), low.GetCurrentHashAsUInt64());

    public override void Append(ReadOnlySpan<byte> source)
    {
        high.Append(source);
        low.Append(source);
    }

    public override void Reset()
    {
        high.Reset();
        low.Reset();
    }

    protected override void GetCurrentHashCore(Span<byte> destination) => Value.Write(destination);
}
