using Microsoft.Playwright;

namespace Content.Site.Tests;

public sealed class LivePageTests(Browser browser)
{
    private const string Article = "content/docs/links.md";
    private const string Script = "content-live.js";

    // A guard against a test that would never end; the machine may have others to do.
    private const int Patience = 45_000;

    [Fact]
    public async Task A_saved_article_is_shown_in_place_with_scroll_position_and_focus_kept()
    {
        await using var site = await CopiedSite.Start();
        var page = await browser.Open(site.Process, 1280);
        await page.GotoAsync("/docs/links/");
        await page.EvaluateAsync("window.isFirst = true; document.querySelector('.prose a').focus(); scrollTo(0, 400)");

        site.Edit(Article, text => text.Replace("title: ", "title: Renamed ", StringComparison.Ordinal) + "\nWords that were not there.\n");

        await page.Locator(".prose", new() { HasText = "Words that were not there." }).WaitForAsync(new() { Timeout = Patience });
        Assert.StartsWith("Renamed ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.isFirst === true"), "The page was loaded again.");
        Assert.Equal(400, await page.EvaluateAsync<int>("scrollY"));
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement === document.querySelector('.prose a')"), "The link lost the focus.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_wrong_lies_over_the_page_until_it_is_fixed_and_what_an_article_says_is_text()
    {
        const string Markup = "<img src=x onerror=window.hasRun=true><script>window.hasRun=true</script>";
        await using var site = await CopiedSite.Start();
        var page = await browser.Open(site.Process, 1280);
        // What the site allows must not be what keeps a script from running here.
        await page.RouteAsync("**/docs/links/", async route =>
        {
            var response = await route.FetchAsync();
            var headers = response.Headers.Where(header => header.Key != "content-security-policy").ToDictionary();
            await route.FulfillAsync(new() { Response = response, Headers = headers });
        });
        await page.GotoAsync("/docs/links/");
        var right = await File.ReadAllTextAsync(site.PathOf(Article), TestContext.Current.CancellationToken);

        site.Edit(Article, text => text.Replace("section: reference", $"section: \"{Markup}\"", StringComparison.Ordinal) + "\n[gone](./nowhere.md)\n");

        var overlay = page.Locator("content-live");
        await overlay.Locator("li").Nth(1).WaitForAsync(new() { Timeout = Patience });
        var items = await overlay.Locator("li").AllTextContentsAsync();
        Assert.Contains(items, item => item.Contains("CONTENT1005", StringComparison.Ordinal) && item.Contains(Markup, StringComparison.Ordinal));
        var lines = File.ReadAllLines(site.PathOf(Article));
        var place = $"{Article}:{lines.Length}:8";
        var broken = overlay.Locator("li", new() { HasText = "./nowhere.md" });
        Assert.Contains("error CONTENT2001", await broken.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(place, await broken.Locator("a.place").TextContentAsync());
        Assert.Equal($"vscode://file{site.PathOf(place)}", await broken.Locator("a.place").GetAttributeAsync("href"));
        var help = await site.Process.Client.GetStringAsync(await broken.Locator("a.help").GetAttributeAsync("href"), TestContext.Current.CancellationToken);
        Assert.Contains("code: CONTENT2001", help, StringComparison.Ordinal);
        Assert.Equal(0, await overlay.Locator("img, script").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("window.hasRun === true"), "A script out of an article has run.");

        site.Edit(Article, _ => right);

        await overlay.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = Patience });
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_setting_names_the_editor_and_other_sites_are_told_nothing()
    {
        await using var site = await CopiedSite.Start(settings: "--ContentLive:Editor=editor://open?file={path}&line={line}&column={column}");
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/_content-live/events") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var refused = await site.Process.Client.SendAsync(foreign, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));

        // The first page reads the catalog, and so begins to follow.
        await site.Process.Client.GetStringAsync("/docs/links/", TestContext.Current.CancellationToken);
        site.Edit(Article, text => text + "\n[gone](./nowhere.md)\n");
        using var events = new StreamReader(await site.Process.Client.GetStreamAsync("/_content-live/events", TestContext.Current.CancellationToken));
        string? line;
        do
            line = await events.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.Contains("CONTENT2001", StringComparison.Ordinal));

        using var state = System.Text.Json.JsonDocument.Parse(line!["data: ".Length..]);
        var editor = state.RootElement.GetProperty("diagnostics")[0].GetProperty("editor").GetString();
        Assert.Equal($"editor://open?file={site.PathOf(Article)}&line={File.ReadAllLines(site.PathOf(Article)).Length}&column=8", editor);
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task A_published_site_has_nothing_of_it(string environment, bool follows)
    {
        await using var site = await CopiedSite.Start(environment, follows);
        using var page = await site.Process.Client.GetAsync("/docs/links/", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Script, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        foreach (var path in new[] { Script, "events", "help/CONTENT2001" })
        {
            using var response = await site.Process.Client.GetAsync("/_content-live/" + path, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        }
    }
}
