using Content.Compiler.ExternalLinks;

namespace Content.Build.ExternalLinks;

/// <summary>One try to find out whether a page is there: its redirects followed by hand, each judged again.</summary>
internal sealed class PageTry(LinkCheckOptions options, HttpMessageInvoker client, HostThrottles throttles, LinkClock clock, PageQuestion question, bool isFirst)
{
    private readonly RedirectTrail trail = new(question.Page);
    private HttpMethod method = isFirst && question.Anchors.Count == 0 ? HttpMethod.Head : HttpMethod.Get;

    /// <summary>The host that was asked last.</summary>
    public HostThrottle Throttle => throttles.Of(trail.Current);

    public async Task<PageVerdict> RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (Throttle.GivenUp is { } givenUp)
                return givenUp;
            if (throttles.EndWithin(TimeSpan.Zero) is { } over)
                return over;
            if (await throttles.RunAsync(trail.Current, () => AskAsync(cancellation), cancellation).ConfigureAwait(false) is { } verdict)
                return verdict.State == PageState.Alive ? verdict with { MovedTo = trail.MovedTo } : verdict;
        }
    }

    /// <summary>One request. Null means that another has to be made.</summary>
    private async Task<PageVerdict?> AskAsync(CancellationToken cancellation)
    {
        using var limit = clock.Limit(options.TimeOut);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = MakeRequest();
            using var response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
            return await JudgeAsync(response, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return TakeGet() ? null : PageVerdict.Passing("time-out") with { HasAnswer = false };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            var verdict = FailureVerdict.Of(failure, trail.IsRedirected)!;
            return verdict.HasAnswer && verdict.IsPassing && TakeGet() ? null : verdict;
        }
    }

    private async Task<PageVerdict?> JudgeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (StatusVerdict.IsRedirect(response))
            return trail.Follow(response);
        if (response.IsSuccessStatusCode)
            return await FindAnchorsAsync(response, cancellation).ConfigureAwait(false);
        var verdict = StatusVerdict.Of(response, clock.Now);
        // Reason: many servers know no HEAD, and say so in every way there is. Only those that are busy are not asked again at once.
        return (int)response.StatusCode is not (408 or 429) && verdict.RetryAfter is null && TakeGet() ? null : verdict;
    }

    private async Task<PageVerdict> FindAnchorsAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var alive = new PageVerdict(PageState.Alive);
        if (question.Anchors.Count == 0 || trail.HasOwnFragment || !PageBody.IsHtml(response.Content))
            return alive;
        var body = await PageBody.ReadAsync(response.Content, cancellation).ConfigureAwait(false);
        var anchors = PageAnchors.Read(body.Text);
        return alive with { MissingAnchors = question.Anchors.Where(anchor => !anchors.Contains(anchor)).ToHashSet(StringComparer.Ordinal), IsCutOff = body.IsCutOff };
    }

    /// <summary>Whether GET is still to be tried after HEAD; from then on it is the method.</summary>
    private bool TakeGet()
    {
        if (method == HttpMethod.Get)
            return false;
        method = HttpMethod.Get;
        return true;
    }

    private HttpRequestMessage MakeRequest()
    {
        var request = new HttpRequestMessage(method, trail.Current);
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (compatible; Content link check)");
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Language", "en,*;q=0.5");
        if (trail.CookiesFor(trail.Current) is { Length: > 0 } cookies)
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (trail.IsAtHome)
            options.Headers.AddTo(request, options.PrivateHosts);
        return request;
    }
}
