namespace Content.Site.Tests;

public sealed class SearchBoxTests(SiteProcess site, Browser browser)
{
    [Fact]
    public async Task A_slash_goes_to_the_box_arrows_choose_and_Enter_leads_there()
    {
        var page = await browser.Open(site, 1280);
        await page.GotoAsync("/docs/links/");
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.Keyboard.TypeAsync("incremental bui");
        await page.Locator(".content-search-list[data-query='incremental bui'] mark").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var chosen = page.Locator("[role=option][aria-selected=true]");
        Assert.Equal(await chosen.GetAttributeAsync("id"), await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-activedescendant')"));
        var target = await chosen.Locator("a").GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAt(target!);
    }

    [Fact]
    public async Task Escape_closes_the_list_and_Enter_without_a_choice_shows_the_page()
    {
        var page = await browser.Open(site, 390);
        await page.GotoAsync("/");
        await page.Locator(".site-search input").FillAsync("anchor");
        await page.Locator(".content-search-list li").First.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator(".content-search-list").IsHiddenAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAt("/search/?q=anchor");
        await page.Locator("[data-content-results] li").First.WaitForAsync();
    }

    [Fact]
    public async Task Escape_before_the_results_have_come_stops_the_search_and_Enter_shows_the_page()
    {
        var page = await browser.Open(site, 1280);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/search/?q=*format=json", async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        page.RequestFinished += (_, request) => _ = request.Url.EndsWith("format=json", StringComparison.Ordinal) && answered.TrySetResult();
        await page.GotoAsync("/");
        await page.Locator(".site-search input").FillAsync("anchor");
        await asked.Task;
        await page.Keyboard.PressAsync("Escape");
        answer.SetResult();
        await answered.Task;
        await page.EvaluateAsync("new Promise(requestAnimationFrame)");
        Assert.True(await page.Locator(".content-search-list").IsHiddenAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAt("/search/?q=anchor");
    }

    [Fact]
    public async Task What_was_chosen_for_other_words_is_not_where_Enter_leads()
    {
        var page = await browser.Open(site, 1280);
        await page.GotoAsync("/");
        await page.Locator(".site-search input").FillAsync("anchor");
        await page.Locator(".content-search-list[data-query=anchor] li").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator("[role=option][aria-selected=true]").WaitForAsync();
        await page.Keyboard.InsertTextAsync("s");
        Assert.Equal(0, await page.Locator("[role=option][aria-selected=true]").CountAsync());
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAt("/search/?q=anchors");
    }

    [Fact]
    public async Task Words_written_before_the_script_was_there_are_searched()
    {
        var page = await browser.Open(site, 1280);
        var script = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/content-search.js", async route =>
        {
            await script.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/docs/links/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await page.Locator(".site-search input").FillAsync("anchor");
        script.SetResult();
        await page.Locator(".content-search-list[data-query=anchor] mark").First.WaitForAsync();
    }

    [Fact]
    public async Task A_search_that_fails_does_not_say_that_nothing_was_found()
    {
        var page = await browser.Open(site, 1280);
        await page.GotoAsync("/");
        await page.RouteAsync("**/search/**", route => route.AbortAsync());
        await page.Locator(".site-search input").FillAsync("anchor");
        await page.Locator(".content-search-none", new() { HasText = "The search does not answer." }).WaitForAsync();
    }

    [Fact]
    public async Task The_table_of_contents_follows_and_code_can_be_copied()
    {
        var page = await browser.Open(site, 1280);
        await page.GotoAsync("/docs/configuration/");
        await page.EvaluateAsync("document.getElementById('globs').scrollIntoView()");
        await page.Locator(".toc a[aria-current=location]", new() { HasText = "Globs" }).WaitForAsync();
        Assert.True(await page.Locator(".prose .copy").CountAsync() > 0);
    }
}
