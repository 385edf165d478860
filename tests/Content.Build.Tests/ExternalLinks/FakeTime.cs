using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Time that passes only where somebody waits for it, and then at once; and limits that are reached only when a test says so.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<TimeSpan> delays = [];
    private readonly HashSet<Limit> limits = [];
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

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, () => callback(state));
        lock (guard)
            limits.Add(limit);
        return limit;
    }

    /// <summary>All limits that are set are reached.</summary>
    public void ReachLimits()
    {
        Limit[] reached;
        lock (guard)
            reached = [.. limits];
        foreach (var limit in reached)
            limit.Reach();
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

    private sealed class Limit(FakeTime time, Action reach) : ITimer
    {
        public void Reach() => reach();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (time.guard)
                time.limits.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
