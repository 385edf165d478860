using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Time that passes only where somebody waits for it, and then at once.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<TimeSpan> delays = [];
    private DateTimeOffset now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What was waited for, longer than the half second between two requests.</summary>
    public IReadOnlyList<double> LongDelays
    {
        get
        {
            lock (guard)
                return [.. delays.Where(delay => delay > TimeSpan.FromSeconds(1)).Select(delay => Math.Round(delay.TotalSeconds))];
        }
    }

    public LinkClock Clock => new(this, DelayAsync);

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
            return now;
    }

    private Task DelayAsync(TimeSpan span, CancellationToken cancellation)
    {
        lock (guard)
        {
            delays.Add(span);
            now += span;
        }

        return cancellation.IsCancellationRequested ? Task.FromCanceled(cancellation) : Task.CompletedTask;
    }
}
