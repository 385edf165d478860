using System.Globalization;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>How many are asked at once, and how fast one after the other.</summary>
public sealed class PaceTests
{
    [Fact]
    public async Task A_host_gets_two_requests_at_once_and_all_hosts_sixteen()
    {
        var crowd = new Crowd();
        await using var site = new LocalSite(crowd.AnswerAsync);
        var questions = Enumerable.Range(0, 60)
            .Select(page => Ask.Question(site.Address($"/{page}", string.Create(CultureInfo.InvariantCulture, $"h{page % 12}.test")))).ToArray();
        var verdicts = await new Ask().ForAllAsync(questions);
        Assert.All(verdicts, verdict => Assert.Equal(PageState.Alive, verdict.State));
        Assert.InRange(crowd.MostOfAHost, 1, 2);
        Assert.InRange(crowd.Most, 3, 16);
    }

    [Fact]
    public async Task Half_a_second_passes_between_two_requests_to_a_host()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200));
        var ask = new Ask();
        var start = ask.Time.GetUtcNow();
        await ask.ForAllAsync([.. Enumerable.Range(0, 21).Select(page => Ask.Question(site.Address($"/{page}")))]);
        Assert.InRange((ask.Time.GetUtcNow() - start).TotalSeconds, 10, 25);
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_not_asked_for_another_page_meanwhile()
    {
        var time = new FakeTime();
        using var throttle = new HostThrottle(time.Clock);
        using (await throttle.EnterAsync(TestContext.Current.CancellationToken))
            throttle.Hold(TimeSpan.FromSeconds(60));
        var start = time.GetUtcNow();
        using (await throttle.EnterAsync(TestContext.Current.CancellationToken))
            Assert.InRange((time.GetUtcNow() - start).TotalSeconds, 60, 61);
    }

    [Fact]
    public async Task A_run_ends_after_its_limit_and_says_so_of_what_it_did_not_ask_for()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200));
        var verdicts = await new Ask { RunLimit = TimeSpan.FromSeconds(5) }.ForAllAsync([.. Enumerable.Range(0, 60).Select(page => Ask.Question(site.Address($"/{page}")))]);
        Assert.InRange(site.Requests.Count, 5, 15);
        Assert.Equal(site.Requests.Count, verdicts.Count(verdict => verdict.State == PageState.Alive));
        Assert.All(
            verdicts.Where(verdict => verdict.State != PageState.Alive),
            verdict => Assert.Equal((PageState.Unverified, "the check took as long as one run may, so it was not asked for; run it again to go on"), (verdict.State, verdict.Reason)));
    }

    [Fact]
    public async Task A_server_that_is_always_busy_does_not_keep_a_run_from_its_end()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(503, "", "text/html", "Retry-After: 200"));
        var ask = new Ask { RunLimit = TimeSpan.FromSeconds(500) };
        var start = ask.Time.GetUtcNow();
        await ask.ForAllAsync([.. Enumerable.Range(0, 40).Select(page => Ask.Question(site.Address($"/{page}", string.Create(CultureInfo.InvariantCulture, $"h{page}.test"))))]);
        Assert.InRange((ask.Time.GetUtcNow() - start).TotalSeconds, 0, 500 + 300);
    }

    private sealed class Crowd
    {
        private readonly Lock guard = new();
        private readonly Dictionary<string, int> byHost = [];

        public int Most { get; private set; }

        public int MostOfAHost { get; private set; }

        public async Task AnswerAsync(LocalRequest request)
        {
            lock (guard)
            {
                byHost[request.Host] = byHost.GetValueOrDefault(request.Host) + 1;
                Most = Math.Max(Most, byHost.Values.Sum());
                MostOfAHost = Math.Max(MostOfAHost, byHost[request.Host]);
            }

            await Task.Delay(30, request.Stop);
            lock (guard)
                byHost[request.Host]--;
            await request.AnswerAsync(200);
        }
    }
}
