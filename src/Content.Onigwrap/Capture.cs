namespace Onigwrap;

/// <summary>Where a group matched.</summary>
internal sealed class Capture : IOnigCaptureIndex
{
    /// <summary>Some expressions have a hundred groups, of which a match uses two: those that took no part are the same objects for all.</summary>
    private static readonly Capture[] absent = [.. Enumerable.Range(0, 256).Select(index => new Capture(index, 0, 0))];

    private Capture(int index, int start, int end) => (Index, Start, End) = (index, start, end);

    public int Index { get; }

    public int Start { get; }

    public int End { get; }

    public int Length => End - Start;

    /// <summary>All groups of the match that a region holds.</summary>
    public static IOnigCaptureIndex[] Of(IntPtr region)
    {
        var captures = new IOnigCaptureIndex[NativeMethods.onigwrap_num_regs(region)];
        for (var index = 0; index < captures.Length; index++)
        {
            var begin = NativeMethods.onigwrap_pos(region, index);
            captures[index] = begin >= 0 ? new Capture(index, begin, begin + NativeMethods.onigwrap_len(region, index))
                : index < absent.Length ? absent[index] : new Capture(index, 0, 0);
        }

        return captures;
    }
}
