using Microsoft.Playwright;

namespace Content.Site.Tests;

public sealed class BrowserTests(SiteProcess site, Browser browser)
{
    private const int Desktop = 1280;
    private const int Phone = 390;

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task No_page_logs_an_error_loads_from_elsewhere_or_scrolls_sideways(int width)
    {
        var page = await browser.Open(site, width);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal) ? [] : [$"{page.Url} asks {request.Url}"]);
        foreach (var path in (await site.Crawled).Pages.Keys)
        {
            await page.GotoAsync(path);
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (overflow > 0)
                complaints.Add($"{path} is {overflow} pixels too wide");
        }

        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task All_text_has_the_contrast_that_WCAG_AA_asks_for(ColorScheme scheme)
    {
        var page = await browser.Open(site, Desktop, scheme);
        var faint = new List<string>();
        foreach (var path in PageKinds.All)
        {
            await page.GotoAsync(path);
            faint.AddRange((await page.EvaluateAsync<string[]>(Contrast.Script)).Select(text => $"{path}: {text}"));
        }

        Assert.Empty(faint);
    }

    [Fact]
    public async Task Light_and_dark_follow_the_system()
    {
        Assert.Equal("rgb(251, 249, 245)", await Background(ColorScheme.Light));
        Assert.Equal("rgb(21, 25, 28)", await Background(ColorScheme.Dark));

        async Task<string> Background(ColorScheme scheme)
        {
            var page = await browser.Open(site, Desktop, scheme);
            await page.GotoAsync("/");
            return await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        }
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        var page = await browser.Open(site, Desktop);
        await page.GotoAsync("/docs/links/");
        await page.Keyboard.PressAsync("Tab");
        var link = page.Locator(":focus");
        Assert.Equal("Skip to the content", await link.TextContentAsync());
        Assert.True((await link.BoundingBoxAsync())!.Y >= 0);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#main:focus").WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task On_a_phone_the_navigation_is_called_up_by_a_button_and_closed_by_Escape()
    {
        var page = await browser.Open(site, Phone);
        await page.GotoAsync("/docs/links/");
        var link = page.Locator(".guides a", new() { HasText = "Configuration" });
        Assert.False(await link.IsVisibleAsync());
        await page.Locator("button", new() { HasText = "Documentation" }).ClickAsync();
        Assert.True(await link.IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await link.IsVisibleAsync());
        await page.Locator("button", new() { HasText = "Documentation" }).ClickAsync();
        await link.ClickAsync();
        await page.ArriveAt("/docs/configuration/");
    }

    [Fact]
    public async Task On_a_phone_the_table_of_contents_leads_to_a_heading_and_closes()
    {
        var page = await browser.Open(site, Phone);
        await page.GotoAsync("/docs/links/");
        await page.Locator("button", new() { HasText = "On this page" }).ClickAsync();
        Assert.Empty(await Audit.Run(page));
        await page.Locator(".toc a", new() { HasText = "External links" }).ClickAsync();
        await page.ArriveAt("#external-links");
        await Assertions.Expect(page.Locator("#external-links")).ToBeInViewportAsync();
        Assert.False(await page.Locator(".toc").IsVisibleAsync());
    }

    [Fact]
    public async Task A_long_navigation_shows_the_page_that_one_is_at()
    {
        var page = await browser.Open(site, Desktop);
        await page.GotoAsync("/diagnostics/CONTENT9001/");
        await Assertions.Expect(page.Locator(".codes [aria-current=page]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_link_of_the_table_of_contents_leads_to_its_heading()
    {
        var page = await browser.Open(site, Desktop);
        await page.GotoAsync("/docs/links/");
        await page.Locator("nav.toc a", new() { HasText = "External links" }).ClickAsync();
        await page.ArriveAt("#external-links");
        await Assertions.Expect(page.Locator("#external-links")).ToBeInViewportAsync();
    }
}
