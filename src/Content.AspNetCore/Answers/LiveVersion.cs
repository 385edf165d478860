using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Content.Runtime;

namespace Content.AspNetCore.Answers;

/// <summary>Which state of the articles the program is in. A page carries the version that it was made of, and so finds out that there is another.</summary>
internal static class LiveVersion
{
    // Another program that counts from nothing must not seem to be the last one.
    private static readonly string program = Guid.NewGuid().ToString("N");
    private static int changes;

    static LiveVersion() => ContentLive.Changed += () => Interlocked.Increment(ref changes);

    public static string Current => string.Create(CultureInfo.InvariantCulture, $"{program}-{Volatile.Read(ref changes)}");

    /// <summary>The version at once, and after every change; of several changes in a moment, the last.</summary>
    public static async IAsyncEnumerable<string> FollowAsync([EnumeratorCancellation] CancellationToken end)
    {
        var waiting = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        // Told after the count above, which was there first.
        void Tell() => waiting.Writer.TryWrite(true);
        ContentLive.Changed += Tell;
        try
        {
            yield return Current;
            while (await waiting.Reader.WaitToReadAsync(end))
            {
                waiting.Reader.TryRead(out _);
                yield return Current;
            }
        }
        finally
        {
            ContentLive.Changed -= Tell;
        }
    }
}
