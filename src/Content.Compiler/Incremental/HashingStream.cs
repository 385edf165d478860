using System.IO.Hashing;

namespace Content.Compiler.Incremental;

/// <summary>Passes bytes on in large blocks and hashes them on the way.</summary>
internal sealed class HashingStream(Stream inner, NonCryptographicHashAlgorithm hash) : Stream
{
    /// <summary>Blocks of this many bytes are passed on as they are.</summary>
    private const int Large = 1 << 16;

    private readonly byte[] buffer = new byte[1 << 17];
    private int used;
    private long length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        length += bytes.Length;
        if (bytes.Length > buffer.Length - used || bytes.Length >= Large)
            Flush();
        if (bytes.Length >= Large)
        {
            hash.Append(bytes);
            inner.Write(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        hash.Append(buffer.AsSpan(0, used));
        inner.Write(buffer, 0, used);
        used = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Flush();
        base.Dispose(disposing);
    }
}
