namespace Content.Compiler.Incremental;

/// <summary>The C# that the last build left, while it is replaced.</summary>
internal sealed class GeneratedSource
{
    private readonly string path;
    private readonly byte[] text;
    private readonly DateTime time;

    private GeneratedSource(string path)
    {
        this.path = path;
        text = File.ReadAllBytes(path);
        time = File.GetLastWriteTimeUtc(path);
    }

    /// <summary>The file at <paramref name="path"/>; null where there is none.</summary>
    public static GeneratedSource? Find(string path) => File.Exists(path) ? new GeneratedSource(path) : null;

    /// <summary>
    /// Gives the new file the time of this one where the code is the same: the previews of articles in doc comments are for editors, the lines at which
    /// samples stand are for messages that there are none of, and the C# compiler, which goes by times, need not run for them.
    /// </summary>
    public OutputFile KeepTime(OutputFile written, ReadOnlySpan<byte> newText)
    {
        if (written.LastWriteTicks == time.Ticks || !IsSameCode(text, newText))
            return written;
        File.SetLastWriteTimeUtc(path, time);
        return written with { LastWriteTicks = File.GetLastWriteTimeUtc(path).Ticks };
    }

    /// <summary>Whether two generated sources differ in doc comments alone.</summary>
    internal static bool IsSameCode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        while (true)
        {
            var one = NextLine(ref left);
            var other = NextLine(ref right);
            if (!one.SequenceEqual(other))
                return false;
            if (one.IsEmpty)
                return left.IsEmpty && right.IsEmpty;
        }
    }

    /// <summary>The next line that is no doc comment and does not say where the next one was written, with its line break; empty at the end.</summary>
    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..(end + 1)];
            text = text[line.Length..];
            if (!line.TrimStart((byte)' ').StartsWith("///"u8) && !line.StartsWith("#line "u8))
                return line;
        }

        return default;
    }
}
