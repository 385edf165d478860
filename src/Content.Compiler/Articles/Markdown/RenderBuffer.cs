using System.Globalization;
using System.Text;
using Content.Compiler.Articles.Markdown.Budget;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Collects rendered HTML in a buffer that is used again for the next article, and knows how far it has come.</summary>
internal sealed class RenderBuffer() : TextWriter(CultureInfo.InvariantCulture)
{
    /// <summary>A buffer that one huge article has grown beyond this is not kept for the ones after it.</summary>
    private const int LongestKept = 1 << 20;

    /// <summary>What any article may come to, and how many times its own length besides: a definition is written out wherever it is used.</summary>
    private const long AlwaysAllowed = 64 * 1024 * 1024;
    private const int MostTimes = 64;
    private const long LongestOfAll = 1_000_000_000;

    private char[] chars = new char[16 * 1024];
    private long longest = AlwaysAllowed;

    /// <summary>How many units have been written.</summary>
    public int Position { get; private set; }

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<char> Written => chars.AsSpan(0, Position);

    /// <summary>What has been written, as memory that is valid until <see cref="Start"/>.</summary>
    public ReadOnlyMemory<char> WrittenMemory => chars.AsMemory(0, Position);

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Makes ready for an article of <paramref name="length"/> characters.</summary>
    public void Start(int length)
    {
        Position = 0;
        longest = Math.Min(AlwaysAllowed + ((long)length * MostTimes), LongestOfAll);
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

    private void Grow(int count)
    {
        var needed = (long)Position + count;
        if (needed > longest)
            throw new BudgetExceededException(0, "uses of long definitions, each of which is written out in the page");
        Array.Resize(ref chars, (int)Math.Min(Math.Max(needed, 2L * chars.Length), longest));
    }
}
