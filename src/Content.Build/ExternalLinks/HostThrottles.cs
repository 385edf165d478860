using System.Collections.Concurrent;

namespace Content.Build.ExternalLinks;

/// <summary>The throttles of all hosts, the limit of requests at once over all of them, and the limit of the run.</summary>
internal sealed class HostThrottles(LinkClock clock, TimeSpan runLimit) : IDisposable
{
    private const int AtOnce = 16;

    private readonly SemaphoreSlim slots = new(AtOnce);
    private readonly ConcurrentDictionary<string, HostThrottle> throttles = new(StringComparer.OrdinalIgnoreCase);

    private readonly DateTimeOffset end = clock.Now + runLimit;

    /// <summary>The throttle of an address's host.</summary>
    public HostThrottle Of(Uri address) => throttles.GetOrAdd(address.IdnHost, _ => new HostThrottle(clock));

    /// <summary>The verdict on what is not answered when the run has taken as long as it may; null while it may go on, for so long at least.</summary>
    public PageVerdict? EndWithin(TimeSpan pause) => clock.Now + pause < end ? null
        : PageVerdict.Unverified("the check took as long as one run may, so it was not asked for; run it again to go on") with { HasAnswer = false };

    /// <summary>Waits for the host first and for the whole then, so that a slow host keeps no other waiting.</summary>
    public async Task<T> RunAsync<T>(Uri address, Func<Task<T>> request, CancellationToken cancellation)
    {
        using var turn = await Of(address).EnterAsync(cancellation).ConfigureAwait(false);
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await request().ConfigureAwait(false);
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose()
    {
        slots.Dispose();
        foreach (var throttle in throttles.Values)
            throttle.Dispose();
    }
}
