using System.Xml.Linq;

namespace Content.Site.Tests;

public sealed class CrawlTests(SiteProcess site)
{
    [Fact]
    public async Task Every_internal_link_and_asset_answers()
    {
        var crawl = await site.Crawled;
        Assert.Empty(crawl.Failures);
        Assert.True(crawl.Pages.Count > 60, $"Only {crawl.Pages.Count} pages were found.");
        Assert.Contains("/posts/covers/compiler.svg", crawl.Answered);
    }

    [Fact]
    public async Task Every_anchor_that_is_linked_to_exists()
    {
        var crawl = await site.Crawled;
        Assert.Empty(crawl.Fragments
            .Where(link => !crawl.Pages.TryGetValue(link.Page, out var page) || page.GetElementById(link.Id) is null)
            .Select(link => $"{link.Page}#{link.Id} from {link.From}"));
    }

    [Fact]
    public async Task Every_page_of_the_site_map_is_linked_from_somewhere_and_the_reverse()
    {
        var crawl = await site.Crawled;
        var map = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken));
        var listed = map.Root!.Elements().Select(url => new Uri(url.Elements().First().Value).AbsolutePath).Order(StringComparer.Ordinal);
        var found = crawl.Pages.Where(page => page.Value.QuerySelector("meta[name=robots]") is null).Select(page => page.Key);
        Assert.Equal(found, listed);
    }

    [Fact]
    public async Task Every_page_has_a_title_of_its_own_a_description_one_main_and_one_first_heading()
    {
        var crawl = await site.Crawled;
        Assert.All(crawl.Pages, page =>
        {
            Assert.Equal("en", page.Value.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.Value.QuerySelectorAll("h1"));
            Assert.Single(page.Value.QuerySelectorAll("main"));
            Assert.NotEmpty(page.Value.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
            Assert.All(page.Value.QuerySelectorAll("img"), image => Assert.True(image.HasAttribute("alt"), image.OuterHtml));
            Assert.All(page.Value.QuerySelectorAll("nav"), navigation => Assert.True(navigation.HasAttribute("aria-label"), navigation.OuterHtml));
            var ids = page.Value.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        });
        var titles = crawl.Pages.Values.Select(page => page.Title!).ToArray();
        Assert.Equal(titles.Distinct(StringComparer.Ordinal), titles);
    }

    [Fact]
    public async Task Headings_never_skip_a_level()
    {
        var crawl = await site.Crawled;
        Assert.All(crawl.Pages, page =>
        {
            var levels = page.Value.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();
            for (var index = 1; index < levels.Length; index++)
                Assert.True(levels[index] <= levels[index - 1] + 1, $"{page.Key}: h{levels[index]} after h{levels[index - 1]}");
        });
    }
}
