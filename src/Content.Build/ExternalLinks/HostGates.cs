using System.Collections.Concurrent;

namespace Content.Build.ExternalLinks;

/// <summary>The gates of all hosts, and the limit of requests over all of them.</summary>
internal sealed class HostGates(LinkClock clock) : IDisposable
{
    private const int AtOnce = 16;

    private readonly SemaphoreSlim slots = new(AtOnce);
    private readonly ConcurrentDictionary<string, HostGate> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The gate of an address's host.</summary>
    public HostGate Of(Uri address) => gates.GetOrAdd(address.IdnHost, _ => new HostGate(clock));

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
        foreach (var gate in gates.Values)
            gate.Dispose();
    }
}
