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
        await page.WaitForURLAsync(url => url.EndsWith(target!, StringComparison.Ordinal));
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
        await page.WaitForURLAsync("**/search/?q=anchor");
        Assert.True(await page.Locator("[data-content-results] li").CountAsync() > 0);
    }

    [Fact]
    public async Task The_table_of_contents_follows_and_code_can_be_copied()
    {
        var page = await browser.Open(site, 1280);
        await page.GotoAsync("/docs/configuration/");
        await page.EvaluateAsync("document.getElementById('globs').scrollIntoView()");
        await page.Locator(".toc.on-wide a[aria-current=location]", new() { HasText = "Globs" }).WaitForAsync();
        Assert.True(await page.Locator(".prose .copy").CountAsync() > 0);
    }

    [Fact]
    public async Task No_page_is_heavier_than_50_kB_without_its_images()
    {
        var crawl = await site.Crawled;
        var common = 0L;
        foreach (var path in new[] { "/site.css", "/highlight.css", "/site.js", "/search/content-search.js" })
            common += (await site.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken)).Length;
        foreach (var path in crawl.Pages.Keys)
        {
            using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var own = (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
            Assert.True(own < 60_000, $"{path}: {own}");
        }

        // Uncompressed, once for all pages.
        Assert.True(common < 50_000, $"{common}");
    }

    [Fact]
    public async Task Nothing_moves_while_a_page_loads()
    {
        var page = await browser.Open(site, 1280);
        await page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });");
        foreach (var path in new[] { "/", "/docs/configuration/", "/blog/2026/your-articles-deserve-a-compiler/", "/blog/2026/ten-thousand-articles/" })
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("Promise.all([...document.images].filter(image => image.loading !== 'lazy').map(image => image.decode().catch(() => {}))).then(() => new Promise(requestAnimationFrame))");
            Assert.True(await page.EvaluateAsync<double>("moved") < 0.02, path);
        }
    }
}
