namespace Content.Build.ExternalLinks;

/// <summary>Keeps requests to one host apart: two at once, half a second between two, and none while the host asks to be left alone.</summary>
internal sealed class HostThrottle(LinkClock clock) : IDisposable
{
    private const int AtOnce = 2;

    // Reason: what a host does not answer three times over, it will not answer the thousandth time; each would take a minute.
    private const int MostFailures = 3;

    private static readonly TimeSpan spacing = TimeSpan.FromMilliseconds(500);

    private readonly Lock guard = new();
    private readonly SemaphoreSlim pages = new(AtOnce);
    private readonly SemaphoreSlim slots = new(AtOnce);
    private DateTimeOffset next = DateTimeOffset.MinValue;
    private int failures;
    private PageVerdict? lastFailure;

    /// <summary>
    /// The verdict on the rest of its pages where the host left so many in a row unanswered that asking for more is useless; else null.
    /// One that does not exist has no pages at all; of others nobody knows.
    /// </summary>
    public PageVerdict? GivenUp
    {
        get
        {
            lock (guard)
            {
                return failures < MostFailures ? null
                    : lastFailure!.State == PageState.Dead ? lastFailure with { IsPassing = false }
                    : PageVerdict.Unverified("its host has left several other addresses unanswered") with { HasAnswer = lastFailure.HasAnswer };
            }
        }
    }

    /// <summary>
    /// Waits until a page of the host may be begun. It keeps its place through all its tries, so that two pages find out whether the host
    /// answers at all, and not a thousand. Dispose of what is returned once the page is done.
    /// </summary>
    public async Task<Turn> BeginPageAsync(CancellationToken cancellation)
    {
        await pages.WaitAsync(cancellation).ConfigureAwait(false);
        return new Turn(pages);
    }

    /// <summary>Waits until a request may be made. Dispose of what is returned once it is answered.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        var turn = new Turn(slots);
        try
        {
            while (Reserve() is { } wait)
                await clock.Delay(wait, cancellation).ConfigureAwait(false);
            return turn;
        }
        catch (OperationCanceledException)
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Lets no request through for a while.</summary>
    public void Hold(TimeSpan span)
    {
        lock (guard)
        {
            var until = clock.Now + span;
            if (until > next)
                next = until;
        }
    }

    /// <summary>The host answered for one of its pages, or the last of its tries is passed and it did not.</summary>
    public void Record(PageVerdict verdict)
    {
        lock (guard)
        {
            failures = verdict.IsPassing ? failures + 1 : 0;
            lastFailure = verdict;
        }
    }

    public void Dispose()
    {
        pages.Dispose();
        slots.Dispose();
    }

    private TimeSpan? Reserve()
    {
        lock (guard)
        {
            var now = clock.Now;
            if (next > now)
                return next - now + TimeSpan.FromMilliseconds(1);
            next = now + spacing;
            return null;
        }
    }

    /// <summary>A place that others wait for.</summary>
    internal sealed class Turn(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
