using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.ExternalLinks;

public sealed class DeadLinks(PackageFeed feed)
{
    private const string Allow = "-p:ContentLinkPrivateHosts=127.0.0.1";

    [Fact]
    public async Task Are_found_by_hand_and_never_by_a_build()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(request.Path == "/gone" ? 404 : 200, "<p id=x>"));
        var address = $"http://127.0.0.1:{site.Port}";
        var project = new TestProject(feed)
            .Article("a.md", "A", body: $"[ok]({address}/ok#x) [gone]({address}/gone)\n\n<!-- content-ignore CONTENT2101 a joke -->\n[gone]({address}/gone)")
            .Article("b.md", "B", body: $"<img src='{address}/gone'> [x]({address}/ok#y) [ours](/a/)");

        var build = project.Build();
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.All(build.Codes, code => Assert.Equal("CONTENT2016", code));
        Assert.Empty(site.Requests);

        var end = 14 + $"{address}/ok#x) [gone](".Length;
        var check = project.Build("-t:CheckExternalLinks", Allow);
        check.Passes(
            $"content/a.md(6,{end - 8},6,{end - 8 + address.Length + 5}): warning CONTENT2101: '{address}/gone' is dead: 404 Not Found.",
            $"content/b.md(6,11,6,{11 + address.Length + 5}): warning CONTENT2101: '{address}/gone' is dead: 404 Not Found.",
            $"content/b.md(6,{11 + address.Length + 12},6,{11 + (2 * address.Length) + 17}): warning CONTENT2101: '{address}/ok#y' is dead: the page is there, but has no anchor '#y'.");
        Assert.Contains("External links: 5 found; asking 1 host for 2 pages", check.Output, StringComparison.Ordinal);
        Assert.Equal(["GET /gone", "GET /ok", "HEAD /gone"], site.Lines.Order(StringComparer.Ordinal));
        Assert.StartsWith($"{address}/ok#x ", File.ReadAllLines(project.PathOf("content.links.txt"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_the_target_where_the_configuration_says_so()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(404));
        var address = $"http://127.0.0.1:{site.Port}/";
        var project = new TestProject(feed, framework: "net8.0;net10.0")
            .Write("content.json", """{ "site": "http://127.0.0.1", "links": { "ignore": ["**/private"] }, "severity": { "CONTENT2101": "error" } }""")
            .Article("a.md", "A", body: $"<{address}gone> [p]({address}private)");

        project.Build("-t:CheckExternalLinks", Allow, "-p:ContentLinkCache=obj/links.txt", "-p:ContentReport=links.sarif").Fails(
            $"content/a.md(6,2,6,{2 + address.Length + 4}): error CONTENT2101: '{address}gone' is dead: 404 Not Found.");
        Assert.Equal(["HEAD /gone", "GET /gone"], site.Lines);
        Assert.False(File.Exists(project.PathOf("content.links.txt")));
        Assert.Contains("404 Not Found", File.ReadAllText(project.PathOf("links.sarif")), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_not_looked_for_where_the_public_cannot_go() =>
        new TestProject(feed).Article("a.md", "A", body: "[a](http://127.0.0.1:9/) [b](http://169.254.169.254/latest/meta-data/)").Build("-t:CheckExternalLinks").Passes();
}
