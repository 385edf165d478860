using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Content.Site.Tests.Browser))]

namespace Content.Site.Tests;

/// <summary>Debian's Chromium without a window. Tests that need it are skipped, and say so, where it is not installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A page of its own, <paramref name="width"/> pixels wide.</summary>
    public Task<IPage> Open(SiteProcess site, int width, ColorScheme scheme = ColorScheme.Light) => Open(site.Address, width, scheme);

    /// <summary>A page of its own, <paramref name="width"/> pixels wide.</summary>
    public async Task<IPage> Open(Uri site, int width, ColorScheme scheme = ColorScheme.Light)
    {
        if (chromium is null)
            Assert.Skip($"{Program} is not installed.");
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = site.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = width < 500 ? 844 : 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await context.NewPageAsync();
    }

    /// <summary>A page without a site, on which nothing is loaded yet.</summary>
    public async Task<IPage> OpenBlank()
    {
        if (chromium is null)
            Assert.Skip($"{Program} is not installed.");
        return await (await chromium.NewContextAsync()).NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.CloseAsync();
        playwright?.Dispose();
    }
}
