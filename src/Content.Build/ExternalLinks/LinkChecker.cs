namespace Content.Build.ExternalLinks;

/// <summary>Asks for many pages at once, each as often as it takes.</summary>
internal sealed class LinkChecker(LinkCheckOptions options, HttpMessageInvoker client, LinkClock clock)
{
    private const int Tries = 3;

    private static readonly TimeSpan firstPause = TimeSpan.FromSeconds(2);

    /// <summary>The verdicts in the order of the questions.</summary>
    /// <param name="questions">No page twice.</param>
    /// <param name="answered">Called after each, from any thread.</param>
    /// <param name="cancellation">Stops at once.</param>
    public async Task<PageVerdict[]> CheckAsync(IReadOnlyList<PageQuestion> questions, Action<PageQuestion, PageVerdict> answered, CancellationToken cancellation)
    {
        using var throttles = new HostThrottles(clock, options.RunLimit);
        var verdicts = await Task.WhenAll(questions.Select(async question =>
        {
            var verdict = await CheckAsync(question, throttles, cancellation).ConfigureAwait(false);
            answered(question, verdict);
            return verdict;
        })).ConfigureAwait(false);

        return verdicts.Any(verdict => verdict.HasAnswer) ? verdicts : [.. verdicts.Select(Doubt)];
    }

    /// <summary>On a machine without a network no host exists. That says nothing of the links.</summary>
    private static PageVerdict Doubt(PageVerdict verdict) => verdict.State == PageState.Dead
        ? PageVerdict.Unverified($"{verdict.Reason}, but no other host answers either: is this machine online?")
        : verdict;

    private async Task<PageVerdict> CheckAsync(PageQuestion question, HostThrottles throttles, CancellationToken cancellation)
    {
        using var page = await throttles.Of(question.Page).BeginPageAsync(cancellation).ConfigureAwait(false);
        for (var number = 1; ; number++)
        {
            var attempt = new PageTry(options, client, throttles, clock, question, isFirst: number == 1);
            var verdict = await attempt.RunAsync(cancellation).ConfigureAwait(false);
            if (!verdict.IsPassing || number == Tries)
            {
                if (attempt.Throttle.GivenUp is null)
                    attempt.Throttle.Record(verdict);
                return verdict;
            }

            if (verdict.RetryAfter is { } asked)
                attempt.Throttle.Hold(asked);
            var pause = verdict.RetryAfter ?? firstPause * Math.Pow(2, number - 1);
            if (throttles.EndWithin(pause) is not null)
                return verdict;
            await clock.Delay(pause, cancellation).ConfigureAwait(false);
        }
    }
}
