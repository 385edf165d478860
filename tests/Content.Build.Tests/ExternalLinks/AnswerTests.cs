using System.Net.Sockets;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>What an answer says of a page.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData(200, "Alive", "")]
    [InlineData(204, "Alive", "")]
    [InlineData(404, "Dead", "404 Not Found")]
    [InlineData(410, "Dead", "410 Gone")]
    [InlineData(400, "Unverified", "400 Bad Request")]
    [InlineData(401, "Unverified", "401 Unauthorized")]
    [InlineData(403, "Unverified", "403 Forbidden")]
    [InlineData(451, "Unverified", "451 Unavailable For Legal Reasons")]
    [InlineData(999, "Unverified", "999")]
    public async Task A_status_has_its_verdict(int status, string state, string reason)
    {
        await using var site = new LocalSite(request => request.AnswerAsync(status));
        var verdict = await new Ask().ForAsync(site.Address());
        Assert.Equal((state, reason), (verdict.State.ToString(), verdict.Reason));
    }

    [Fact]
    public async Task A_page_that_answers_HEAD_is_not_fetched()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200));
        await new Ask().ForAsync(site.Address("/a?b=c"));
        Assert.Equal(["HEAD /a?b=c"], site.Lines);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task Where_HEAD_is_refused_GET_decides(int status)
    {
        await using var site = new LocalSite(request => request.AnswerAsync(request.Method == "HEAD" ? status : 200));
        Assert.Equal(PageState.Alive, (await new Ask().ForAsync(site.Address())).State);
        Assert.Equal(["HEAD /", "GET /"], site.Lines);
    }

    [Fact]
    public async Task Where_HEAD_breaks_the_connection_GET_decides()
    {
        await using var site = new LocalSite(request => request.Method == "HEAD" ? Task.CompletedTask : request.AnswerAsync(200));
        Assert.Equal(PageState.Alive, (await new Ask().ForAsync(site.Address())).State);
    }

    [Fact]
    public async Task What_is_no_http_could_not_be_verified()
    {
        await using var site = new LocalSite(request => request.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n"));
        var verdict = await new Ask().ForAsync(site.Address());
        Assert.Equal((PageState.Unverified, "its server broke off the answer"), (verdict.State, verdict.Reason));
    }

    [Fact]
    public async Task A_host_that_refuses_connections_three_times_is_dead()
    {
        var site = new LocalSite(request => request.AnswerAsync(200));
        var address = site.Address();
        await site.DisposeAsync();
        var ask = new Ask();
        var verdict = await ask.ForAsync(address);
        Assert.Equal((PageState.Dead, "its host refuses connections"), (verdict.State, verdict.Reason));
        Assert.Equal([2, 4], ask.Time.LongDelays);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_dead_if_others_answer()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200));
        var ask = new Ask { Resolve = _ => throw new SocketException((int)SocketError.HostNotFound) };
        var verdicts = await ask.ForAllAsync([Ask.Question(site.Address()), Ask.Question(new Uri("http://gone.test/"))]);
        Assert.Equal((PageState.Dead, "its host does not exist"), (verdicts[1].State, verdicts[1].Reason));
    }

    [Fact]
    public async Task All_pages_of_a_host_that_does_not_exist_are_dead_and_it_is_not_looked_up_for_each()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200));
        var lookups = 0;
        var ask = new Ask
        {
            Resolve = _ =>
            {
                Interlocked.Increment(ref lookups);
                throw new SocketException((int)SocketError.HostNotFound);
            },
        };
        var verdicts = await ask.ForAllAsync([Ask.Question(site.Address()), .. Enumerable.Range(0, 50).Select(page => Ask.Question(new Uri($"http://gone.test/{page}")))]);
        Assert.All(verdicts.Skip(1), verdict => Assert.Equal((PageState.Dead, "its host does not exist"), (verdict.State, verdict.Reason)));
        Assert.InRange(lookups, 9, 12);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    [InlineData(SocketError.NetworkUnreachable)]
    public async Task Where_no_host_answers_at_all_nothing_is_called_dead(SocketError error)
    {
        var ask = new Ask { Resolve = _ => throw new SocketException((int)error) };
        var verdicts = await ask.ForAllAsync([.. Enumerable.Range(0, 40).Select(page => Ask.Question(new Uri($"http://h{page % 7}.test/{page}")))]);
        Assert.All(verdicts, verdict => Assert.Equal(PageState.Unverified, verdict.State));
    }
}
