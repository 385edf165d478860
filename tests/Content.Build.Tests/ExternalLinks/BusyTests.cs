using System.Globalization;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Servers that are busy are asked again, three times in all, and as late as they want.</summary>
public sealed class BusyTests
{
    [Theory]
    [InlineData("30", 30)]
    [InlineData("86400", 300)]
    [InlineData("99999999999999999999999", 300)]
    [InlineData("Mon, 23 Nov 2026 12:01:00 GMT", 60)]
    [InlineData("Mon, 23 Nov 2037 12:01:00 GMT", 300)]
    public async Task Retry_After_is_kept_to_in_both_forms_for_five_minutes_at_most(string value, int seconds)
    {
        var answers = 0;
        await using var site = new LocalSite(request =>
            ++answers == 1 ? request.AnswerAsync(429, "", "text/html", "Retry-After: " + value) : request.AnswerAsync(200));
        var ask = new Ask();
        Assert.Equal(PageState.Alive, (await ask.ForAsync(site.Address())).State);
        Assert.Equal([seconds], ask.Time.LongDelays);
        Assert.Equal(["HEAD /", "GET /"], site.Lines);
    }

    [Theory]
    [InlineData("Sun, 22 Nov 2026 12:00:00 GMT")]
    [InlineData("soon")]
    [InlineData("-5")]
    public async Task A_Retry_After_that_is_over_or_makes_no_sense_is_none(string value)
    {
        await using var site = new LocalSite(request => request.AnswerAsync(429, "", "text/html", "Retry-After: " + value));
        var ask = new Ask();
        Assert.Equal(PageState.Unverified, (await ask.ForAsync(site.Address())).State);
        Assert.All(ask.Time.LongDelays, delay => Assert.InRange(delay, 0, 4));
    }

    [Theory]
    [InlineData(408, "408 Request Timeout", 3)]
    [InlineData(429, "429 Too Many Requests", 3)]
    [InlineData(500, "500 Internal Server Error", 4)]
    [InlineData(503, "503 Service Unavailable", 4)]
    public async Task After_three_tries_it_could_not_be_verified(int status, string reason, int requests)
    {
        await using var site = new LocalSite(request => request.AnswerAsync(status));
        var ask = new Ask();
        var verdict = await ask.ForAsync(site.Address());
        Assert.Equal((PageState.Unverified, reason), (verdict.State, verdict.Reason));
        Assert.Equal([2, 4], ask.Time.LongDelays);
        // The first try of an error that may be HEAD's alone is made of two.
        Assert.Equal(requests, site.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_never_answers_could_not_be_verified()
    {
        var ask = new Ask();
        await using var site = new LocalSite(request =>
        {
            ask.Time.ReachLimits();
            return request.HangAsync();
        });
        var verdict = await ask.ForAsync(site.Address());
        Assert.Equal((PageState.Unverified, "time-out"), (verdict.State, verdict.Reason));
        Assert.Equal(["HEAD /", "GET /", "GET /", "GET /"], site.Lines);
    }

    [Fact]
    public async Task A_body_that_never_ends_could_not_be_verified()
    {
        var ask = new Ask();
        await using var site = new LocalSite(async request =>
        {
            await request.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p");
            // The head is read by now, on most machines; where it is not, the verdict is the same.
            await Task.Delay(150, request.Stop);
            ask.Time.ReachLimits();
            await request.HangAsync();
        });
        var verdict = await ask.ForAsync(site.Address(), "x");
        Assert.Equal((PageState.Unverified, "time-out"), (verdict.State, verdict.Reason));
    }

    [Fact]
    public async Task A_server_that_answers_slowly_is_waited_for()
    {
        await using var site = new LocalSite(async request =>
        {
            await Task.Delay(300, request.Stop);
            await request.AnswerAsync(200);
        });
        Assert.Equal(PageState.Alive, (await new Ask().ForAsync(site.Address())).State);
    }

    [Fact]
    public async Task A_host_that_leaves_three_pages_unanswered_is_not_asked_for_a_thousand()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(429, "", "text/html", "Retry-After: 300"));
        var ask = new Ask();
        var start = ask.Time.GetUtcNow();
        var verdicts = await ask.ForAllAsync([.. Enumerable.Range(0, 1000).Select(page => Ask.Question(site.Address($"/{page}")))]);
        Assert.All(verdicts, verdict => Assert.Equal(PageState.Unverified, verdict.State));
        Assert.Contains(verdicts, verdict => verdict.Reason == "its host has left several other addresses unanswered");
        Assert.InRange(site.Requests.Count, 9, 12);
        Assert.InRange((ask.Time.GetUtcNow() - start).TotalMinutes, 10, 120);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        await using var site = new LocalSite(request => request.HangAsync());
        using var cancel = new CancellationTokenSource();
        var asking = new Ask().RunAsync([.. Enumerable.Range(0, 50).Select(page => Ask.Question(site.Address($"/{page}", string.Create(CultureInfo.InvariantCulture, $"h{page}.test"))))], cancel.Token);
        while (site.Requests.Count < 16)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(16, site.Requests.Count);
    }
}
