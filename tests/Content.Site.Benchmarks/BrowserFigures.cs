using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Content.Benchmarks;
using Microsoft.Playwright;

namespace Content.Site.Benchmarks;

/// <summary>From a saved article to the browser that shows it: the example site as Debug builds it, with 1,000 articles, in real Chromium.</summary>
internal static class BrowserFigures
{
    private const int Articles = 1_000;
    private const int Saves = 21;
    private const string Chromium = "/usr/bin/chromium";
    private const string Announcement = "The example site is at ";

    public static async Task RunAsync(string work, FigureTable figures)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Articles:N0} articles, save to browser showing it");
        var built = Path.Combine(FindSite(), "bin", "Debug", "net10.0");
        if (!File.Exists(Chromium) || !File.Exists(Path.Combine(built, "ExampleSite.content.live")))
        {
            figures.Miss(name, $"it takes {Chromium} and 'dotnet build example-site' outside of CI");
            return;
        }

        var folder = Path.Combine(work, "browser");
        var output = Path.Combine(folder, "output");
        Copy(Path.Combine(FindSite(), "content"), Path.Combine(folder, "content"));
        File.Copy(Path.Combine(FindSite(), "content.json"), Path.Combine(folder, "content.json"));
        Copy(built, output);
        var live = Path.Combine(output, "ExampleSite.content.live");
        var description = JsonNode.Parse(File.ReadAllText(live).Replace(FindSite(), folder, StringComparison.Ordinal))!;
        description["channel"] = $"content-benchmark-{Guid.NewGuid():N}";
        File.WriteAllText(live, description.ToJsonString());
        for (var article = 0; article < Articles; article++)
            File.WriteAllText(Path.Combine(folder, "content", "docs", $"more-{article}.md"), Text(article));

        using var site = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(output, "ExampleSite.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
        try
        {
            string? line;
            do
                line = await site.StandardOutput.ReadLineAsync();
            while (line?.StartsWith(Announcement, StringComparison.Ordinal) == false);
            figures.Add(name, await MeasureAsync(line![Announcement.Length..], Path.Combine(folder, "content", "docs", "more-7.md")), 200, "ms", $"median of {Saves} saves, the text found in the page");
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
        }
    }

    private static async Task<double> MeasureAsync(string site, string article)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--headless", "--no-sandbox", "--disable-gpu"] });
        var page = await browser.NewPageAsync();
        var times = new List<double>();
        // The articles came after the build: the first page follows, and what was added is there a moment later.
        await page.GotoAsync(site + "/docs/links/");
        var address = site + "/docs/more-7/";
        while ((await page.GotoAsync(address))!.Status != 200)
            await Task.Delay(200);
        for (var save = 0; save < Saves + 5; save++)
        {
            await Task.Delay(300);
            var mark = $"mark-{save}-";
            var shown = page.EvaluateAsync(
                """
                mark => new Promise(done => {
                    const look = () => document.querySelector('.prose')?.textContent.includes(mark) && (observer.disconnect(), done());
                    const observer = new MutationObserver(look);
                    observer.observe(document, { childList: true, subtree: true, characterData: true });
                })
                """,
                mark);
            await Task.Delay(100);
            var watch = Stopwatch.StartNew();
            await File.AppendAllTextAsync(article, $"\nSaved {mark}.\n");
            await shown;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Skip(5).Order().ElementAt(Saves / 2);
    }

    private static string Text(int article) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: More {article}
        section: reference
        position: {1_000 + article}
        summary: One of many.
        ---

        ## Heading

        Some *prose* with a [link](more-{(article + 1) % Articles}.md#heading), {article}.

        """);

    private static string FindSite()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Content.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("There is no Content.sln above the benchmark.");
        return Path.Combine(folder.FullName, "example-site");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
