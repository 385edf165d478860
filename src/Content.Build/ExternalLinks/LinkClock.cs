namespace Content.Build.ExternalLinks;

/// <summary>The time, and waiting for it to pass; tests let it pass at once.</summary>
/// <param name="time">What it is.</param>
/// <param name="delay">Waits; null for doing so by <paramref name="time"/>.</param>
internal sealed class LinkClock(TimeProvider time, Func<TimeSpan, CancellationToken, Task>? delay = null)
{
    /// <summary>The system's.</summary>
    public static LinkClock System { get; } = new(TimeProvider.System);

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What is cancelled when <paramref name="span"/> has passed.</summary>
    public CancellationTokenSource Limit(TimeSpan span) => new(span, time);

    /// <summary>Waits.</summary>
    public Task Delay(TimeSpan span, CancellationToken cancellation) => delay?.Invoke(span, cancellation) ?? Task.Delay(span, time, cancellation);
}
