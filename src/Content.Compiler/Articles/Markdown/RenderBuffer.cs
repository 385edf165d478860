using System.Globalization;
using System.Text;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Collects rendered HTML in a buffer that is used again for the next article, and knows how far it has come.</summary>
internal sealed class RenderBuffer() : TextWriter(CultureInfo.InvariantCulture)
{
    /// <summary>A buffer that one huge article has grown beyond this is not kept for the ones after it.</summary>
    private const int LongestKept = 1 << 20;

    private char[] chars = new char[16 * 1024];

    /// <summary>How many units have been written.</summary>
    public int Position { get; private set; }

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<char> Written => chars.AsSpan(0, Position);

    /// <summary>What has been written, as memory that is valid until <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<char> WrittenMemory => chars.AsMemory(0, Position);

    public override Encoding Encoding => Encoding.UTF8;

    public void Clear()
    {
        Position = 0;
        if (chars.Length > LongestKept)
            chars = new char[16 * 1024];
    }

    public override void Write(char value)
    {
        if (Position == chars.Length)
            Grow(1);
        chars[Position++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > chars.Length - Position)
            Grow(buffer.Length);
        buffer.CopyTo(chars.AsSpan(Position));
        Position += buffer.Length;
    }

    public override void WriteLine() => Write('\n');

    public override void WriteLine(char value)
    {
        Write(value);
        Write('\n');
    }

    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        Write('\n');
    }

    private void Grow(int count) => Array.Resize(ref chars, Math.Max(Position + count, checked(2 * chars.Length)));
}
