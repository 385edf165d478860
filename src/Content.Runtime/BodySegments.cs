namespace Content.Runtime;

/// <summary>
/// Where the bodies of a catalog lie: behind its other sections, as a build leaves them, or in files of their own, so that a state
/// which follows another only brings the bodies that changed. A body lies whole in one segment.
/// </summary>
internal sealed class BodySegments
{
    private readonly MappedBytes[] segments;
    private readonly int[] starts;
    private readonly string[] files;

    private BodySegments(MappedBytes[] segments, int[] starts, string[] files, int length)
    {
        this.segments = segments;
        this.starts = starts;
        this.files = files;
        Length = length;
    }

    /// <summary>How many bytes of bodies there are in all.</summary>
    public int Length { get; }

    /// <summary>The bodies that are the last bytes of a blob.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="start">Where its other sections end.</param>
    public static BodySegments Within(MappedBytes blob, int start) => new([blob], [-start], [""], blob.Length - start);

    /// <summary>The bodies of files, one behind the other; those that <paramref name="last"/> holds are not read again.</summary>
    /// <param name="files">Absolute; a file of one name never changes.</param>
    /// <param name="last">The bodies of the state before.</param>
    /// <param name="read">Reads a file.</param>
    /// <exception cref="InvalidDataException">They are more than 2 GB.</exception>
    public static BodySegments Of(IReadOnlyList<string> files, BodySegments last, Func<string, MappedBytes> read)
    {
        var (segments, starts, length) = (new MappedBytes[files.Count], new int[files.Count], 0L);
        for (var index = 0; index < segments.Length; index++)
        {
            var known = Array.IndexOf(last.files, files[index]);
            segments[index] = known >= 0 ? last.segments[known] : read(files[index]);
            starts[index] = (int)length;
            length += segments[index].Length;
            if (length > int.MaxValue)
                throw new InvalidDataException("The compiled catalog is larger than 2 GB.");
        }

        return new BodySegments(segments, starts, [.. files], (int)length);
    }

    /// <summary>The body at an offset; null where that is none.</summary>
    public ReadOnlyMemory<byte>? Find(uint offset, uint length)
    {
        if (offset + (ulong)length > (uint)Length)
            return null;
        var index = Array.BinarySearch(starts, (int)offset);
        // Reason: an empty segment starts where the next one does.
        index = index < 0 ? ~index - 1 : Array.LastIndexOf(starts, (int)offset);
        var at = (int)offset - starts[index];
        return length <= (uint)(segments[index].Length - at) ? segments[index].Memory.Slice(at, (int)length) : null;
    }

    /// <summary>Whether the bytes are the same, one behind the other.</summary>
    public bool HasBytesOf(BodySegments other)
    {
        if (Length != other.Length)
            return false;
        for (var at = 0; at < Length;)
        {
            var left = RestFrom(at);
            var right = other.RestFrom(at);
            var common = Math.Min(left.Length, right.Length);
            if (!left[..common].SequenceEqual(right[..common]))
                return false;
            at += common;
        }

        return true;
    }

    /// <summary>What is left of the segment that holds the byte at an offset, which there is.</summary>
    private ReadOnlySpan<byte> RestFrom(int offset)
    {
        var index = Array.BinarySearch(starts, offset);
        index = index < 0 ? ~index - 1 : Array.LastIndexOf(starts, offset);
        return segments[index].Span[(offset - starts[index])..];
    }
}
