using System.IO.Compression;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace Content.Site.Tests;

/// <summary>What is exported works in a browser as what is served, from plain files below a base path.</summary>
public sealed class ExportTests(ExportedSite site, Browser browser)
{
    [Fact]
    public void The_export_ends_well()
    {
        Assert.True(site.ExitCode == 0, site.Said);
        Assert.DoesNotContain("content-live", File.ReadAllText(site.PathOf("index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_loads_without_an_error_and_every_link_of_it_is_a_file()
    {
        var page = await browser.Open(site.Address, 1280);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) => complaints.AddRange(response.Status < 400 ? [] : [$"{page.Url} asks {response.Url}"]);
        var open = new Queue<string>([site.Address.AbsoluteUri]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.TryDequeue(out var address))
        {
            await page.GotoAsync(address);
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => link.href.split('#')[0])"))
            {
                var isPage = link.EndsWith('/');
                if (link.StartsWith($"http://{site.Address.Authority}/", StringComparison.Ordinal) && !link.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal))
                    complaints.Add($"{address} leads out of the base path, to {link}");
                else if (link.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal) && isPage && seen.Add(link))
                    open.Enqueue(link);
            }
        }

        Assert.Empty(complaints);
        Assert.True(seen.Count > 60, $"{seen.Count} pages");
    }

    /// <summary>What is sent where a host compresses, as hosts of static files do; and as the files are, what every page has in common. Pictures are the articles'.</summary>
    [Fact]
    public void A_page_is_light()
    {
        var parser = new HtmlParser();
        var pages = Directory.GetFiles(site.PathOf(""), "*.html", SearchOption.AllDirectories);
        Assert.All(pages, file =>
        {
            var page = parser.ParseDocument(File.ReadAllText(file));
            var files = page.QuerySelectorAll("link[rel=stylesheet], script[src], link[rel=preload]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
                .Select(url => site.PathOf(url[(ExportedSite.Base.Length + 1)..])).ToArray();
            Assert.Equal(page.QuerySelector("meta[http-equiv=refresh]") is null, files.Length > 3);
            var sent = files.Append(file).Sum(Compressed);
            Assert.True(sent < 25_000, $"{file}: {sent} bytes are sent");
            var text = page.QuerySelector(".prose")?.InnerHtml.Length ?? 0;
            var frame = files.Append(file).Sum(part => new FileInfo(part).Length) - text;
            Assert.True(frame < 50_000, $"{file}: {frame} bytes beside the article");
        });
        Assert.True(pages.Length > 100);
        // A font would come on top, and there is none.
        Assert.All(Directory.GetFiles(site.PathOf(""), "*.css", SearchOption.AllDirectories), file => Assert.DoesNotContain("url(", File.ReadAllText(file), StringComparison.Ordinal));

        static long Compressed(string file)
        {
            using var bytes = new MemoryStream();
            using (var zip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
                zip.Write(File.ReadAllBytes(file));
            return bytes.Length;
        }
    }

    [Fact]
    public async Task Search_finds_by_keyboard_out_of_the_parts_of_the_index()
    {
        var page = await browser.Open(site.Address, 1280);
        var fetched = 0L;
        page.Response += (_, response) => fetched += response.Url.Contains("/search/index/", StringComparison.Ordinal) ? new FileInfo(site.PathOf(new Uri(response.Url).AbsolutePath[(ExportedSite.Base.Length + 1)..])).Length : 0;
        await page.GotoAsync("docs/links/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("dead external lin");
        await page.Locator(".content-search-list[data-query='dead external lin'] mark").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var target = await page.Locator("[aria-selected=true] a").GetAttributeAsync("href");
        Assert.StartsWith(ExportedSite.Base + "/", target, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAt(target!);
        await page.Locator("h1").WaitForAsync();
        var whole = Directory.EnumerateFiles(site.PathOf("search/index"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.True(fetched < whole / 2, $"{fetched} of {whole}");
    }

    [Fact]
    public async Task The_page_of_results_answers_for_what_is_in_its_address()
    {
        var page = await browser.Open(site.Address, 390);
        await page.GotoAsync("search/?q=anchors");
        await page.Locator("[data-content-results] li a").First.WaitForAsync();
        Assert.Equal("anchors", await page.InputValueAsync("#search-query"));
    }

    [Fact]
    public async Task An_alias_leads_to_its_page()
    {
        var page = await browser.Open(site.Address, 1280);
        await page.GotoAsync("why/");
        await page.ArriveAt("/blog/2026/your-articles-deserve-a-compiler/");
    }

    [Fact]
    public void The_index_is_in_parts()
    {
        using var index = JsonDocument.Parse(File.ReadAllText(site.PathOf("search/index/index.json")));
        Assert.True(index.RootElement.GetProperty("shards").GetArrayLength() > 1);
    }
}
