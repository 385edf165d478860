using Microsoft.Playwright;

namespace Content.Site.Tests;

public sealed class AuditTests(SiteProcess site, Browser browser)
{
    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    [InlineData(1920)]
    public async Task Every_kind_of_page_can_be_read_by_everybody(int width)
    {
        var page = await browser.Open(site, width);
        var complaints = new List<string>();
        foreach (var path in PageKinds.All)
        {
            await page.GotoAsync(path);
            complaints.AddRange((await Audit.Run(page)).Select(complaint => $"{path}: {complaint}"));
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public async Task The_results_of_a_search_can_be_read_by_everybody()
    {
        var page = await browser.Open(site, 390);
        await page.GotoAsync("/docs/links/");
        await page.Locator(".site-search input").FillAsync("anchor");
        await page.Locator(".content-search-list[data-query=anchor] mark").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Empty(await Audit.Run(page));
        Assert.Empty(await page.EvaluateAsync<string[]>(Contrast.Script));
    }

    [Theory]
    [InlineData(390, "/docs/configuration/")]
    [InlineData(1280, "/docs/configuration/")]
    [InlineData(1280, "/")]
    [InlineData(1280, "/diagnostics/CONTENT2001/")]
    [InlineData(390, "/blog/2026/your-articles-deserve-a-compiler/")]
    [InlineData(1280, "/search/?q=link")]
    [InlineData(390, "/nowhere/")]
    public async Task The_keyboard_gets_to_everything_in_the_order_of_the_page_and_shows_where_it_is(int width, string path)
    {
        var page = await browser.Open(site, width);
        await page.GotoAsync(path);
        var expected = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')].filter(element => element.checkVisibility() && element.tabIndex >= 0).forEach((element, place) => element.dataset.stop = place) ?? document.querySelectorAll('[data-stop]').length");
        var complaints = new List<string>();
        for (var stop = 0; stop < expected; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>(Stop, stop) is { } complaint)
                complaints.Add($"stop {stop}: {complaint}");
        }

        Assert.True(expected > 10);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Nothing_moves_while_a_page_loads_and_is_read_to_its_end(int width)
    {
        var page = await browser.Open(site, width);
        await page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });");
        foreach (var path in PageKinds.All)
        {
            await page.GotoAsync(path);
            await page.EvaluateAsync("""
                async () => {
                  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
                    scrollTo({ top, behavior: "instant" });
                    await new Promise(requestAnimationFrame);
                  }
                  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
                  await new Promise(requestAnimationFrame);
                }
                """);
            Assert.True(await page.EvaluateAsync<double>("moved") < 0.01, $"{path}: {await page.EvaluateAsync<double>("moved")}");
        }
    }

    /// <summary>What is wrong with having the focus here.</summary>
    private const string Stop = """
        stop => {
          const element = document.activeElement;
          const name = element.outerHTML.slice(0, 120);
          if (element.dataset.stop !== String(stop)) return `the focus is on number ${element.dataset.stop}, ${name}`;
          const style = getComputedStyle(element);
          if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
          const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const luminance = color => (([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b))(color.match(/[\d.]+/g).map(Number));
          const [a, b] = [luminance(style.outlineColor), luminance(getComputedStyle(document.body).backgroundColor)].sort((x, y) => y - x);
          if ((a + 0.05) / (b + 0.05) < 3) return `an outline that is hardly seen: ${name}`;
          const box = element.getClientRects()[0];
          if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `out of view: ${name}`;
          const seen = document.elementFromPoint(Math.max(0, box.left) + Math.min(box.width, 20) / 2, Math.min(innerHeight - 1, Math.max(0, box.top) + Math.min(box.height, 20) / 2));
          if (!seen || !(element.contains(seen) || seen.contains(element))) return `covered by ${seen?.outerHTML.slice(0, 60)}: ${name}`;
          return null;
        }
        """;
}
