using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.v3;

[assembly: Content.Testing.HangWatch]

namespace Content.Testing;

/// <summary>
/// Ends a test process in which no test has begun or ended for half an hour, and names those that run. Tests bound work by counts and not by
/// the clock, so that a busy machine fails none of them; what never ends is left to this.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class HangWatchAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan longestSilence = TimeSpan.FromMinutes(30);
    private static readonly ConcurrentDictionary<string, string> running = new();
    private static readonly Timer watch = new(static _ => Environment.FailFast(
        $"No test has begun or ended for {longestSilence.TotalMinutes} minutes. Running: {string.Join("; ", running.Values)}"));

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        running[test.UniqueID] = test.TestDisplayName;
        Wait();
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        running.TryRemove(test.UniqueID, out _);
        Wait();
    }

    /// <summary>From the start on, for what is made before the first test may hang as well.</summary>
    [ModuleInitializer]
    internal static void Wait() => watch.Change(longestSilence, Timeout.InfiniteTimeSpan);
}
