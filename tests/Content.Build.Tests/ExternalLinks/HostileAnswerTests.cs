using System.Globalization;
using System.Text;
using Content.Build.ExternalLinks;
using Content.Compiler;
using Content.Compiler.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Whatever a server answers, and whatever an article links to, ends in a verdict.</summary>
public sealed class HostileAnswerTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_is_not_packed_as_it_says_could_not_be_verified(string encoding)
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200, new string('x', 5000), "text/html", "Content-Encoding: " + encoding));
        Assert.Equal(PageState.Unverified, (await new Ask().ForAsync(site.Address(), "x")).State);
    }

    [Theory]
    [InlineData("text/html; charset=utf-7")]
    [InlineData("text/html; charset=\"x")]
    [InlineData("text/html; charset=windows-1252")]
    [InlineData(";;;")]
    [InlineData("text/html; charset=utf-16")]
    public async Task A_type_that_makes_no_sense_is_survived(string type)
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200, "<p id=x>", type));
        Assert.Equal(PageState.Alive, (await new Ask().ForAsync(site.Address(), "x")).State);
    }

    [Theory]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: \r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: http://\u00ff\u0001\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: /a\r\nLocation: /b\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: http://xn--a/\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nLocation: //:80\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\nSet-Cookie: =;=;\0\r\nSet-Cookie: a=b; domain=.com\r\nLocation: /\r\n\r\n")]
    [InlineData("HTTP/1.1 301 Moved\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n")]
    [InlineData("HTTP/1.1 000 Zero\r\n\r\n")]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n")]
    [InlineData("\r\n\r\n\r\n")]
    public async Task An_answer_that_makes_no_sense_ends_in_a_verdict(string answer)
    {
        await using var site = new LocalSite(request => request.Stream.WriteAsync(Encoding.Latin1.GetBytes(answer), request.Stop).AsTask());
        Assert.NotNull(await new Ask().ForAsync(site.Address(), "x"));
    }

    [Fact]
    public async Task Headers_without_end_end_in_a_verdict()
    {
        await using var site = new LocalSite(async request =>
        {
            await request.WriteAsync("HTTP/1.1 200 OK\r\n");
            for (var count = 0; count < 100_000; count++)
                await request.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"X-{count}: {new string('x', 100)}\r\n"));
        });
        Assert.Equal(PageState.Unverified, (await new Ask().ForAsync(site.Address())).State);
    }

    [Fact]
    public async Task Addresses_of_every_kind_end_in_a_verdict()
    {
        using var folder = new TemporaryFolder();
        string[] hosts =
        [
            string.Join('.', Enumerable.Repeat(new string('a', 60), 10)), new('a', 70), "xn--a", "xn--zzzzzzzz99999", "ä.invalid", "a..b.invalid", "-a.invalid", "a_b.invalid", "[::1]", "[::ffff:7f00:1]",
            "[fe80::1%25eth0]", "0", "0x7f.1", "127.1", "2130706433", "localhost", "localhost.", "user:pw@127.0.0.1", "127.0.0.1:0", "127.0.0.1:65535", "127.0.0.1:", "１２７.0.0.1", "a\u00ADb.invalid",
        ];
        folder.Write("content/a.md", "---\ntitle: A\ndate: 2026-11-23\n---\n" + string.Concat(hosts.Select(host => $"\n[x](<http://{host}/>) [x](<https://{host}/#x>) ![x](<//{host}>)\n")));
        var survey = ExternalLinkSurvey.Make(
            new CompilationRequest { ProjectDirectory = folder.Path, ConfigurationFile = folder.Full("content.json"), OutputDirectory = folder.Full("obj"), BuildDate = new DateOnly(2026, 11, 23) },
            TestContext.Current.CancellationToken);
        var run = new LinkRun(survey.Links, LinkMemory.Load(folder.Full("links"), new DateOnly(2026, 11, 23)));
        using var client = GuardedConnections.MakeClient(HostList.Empty);

        var verdicts = await new LinkChecker(new LinkCheckOptions(), client, new FakeTime().Clock).CheckAsync(run.Questions, run.Remember, TestContext.Current.CancellationToken);

        run.TakeAll(verdicts);
        Assert.All(verdicts, verdict => Assert.NotEqual(PageState.Alive, verdict.State));
        Assert.InRange(run.Questions.Count, hosts.Length, hosts.Length * 2);
        Assert.Equal(survey.Links.Length, run.Diagnostics.Count);
    }
}
