using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Content.AspNetCore.Tests.Made;

public sealed class MadeFilesTests
{
    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_is_atom_with_published_entries_in_order_and_absolute_links()
    {
        await using var site = await Site.Start(app =>
        {
            app.MapContent(Catalog.Posts, post => post.Title);
            app.MapContentFeed("/feed.xml", Catalog.Posts, feed =>
            {
                feed.Title = "Articles";
                feed.Author = "Jane";
                feed.Count = 2;
                feed.Categories = post => post.Tags;
            });
        });
        var origin = site.Address.GetLeftPart(UriPartial.Authority);
        using var response = await site.Get("/feed.xml");
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.ETag);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal("Articles", feed.Element(atom + "title")!.Value);
        Assert.Equal("2026-03-02T00:00:00+00:00", feed.Element(atom + "updated")!.Value);
        Assert.Equal("Jane", feed.Element(atom + "author")!.Element(atom + "name")!.Value);
        var entries = feed.Elements(atom + "entry").ToArray();
        Assert.Equal(["Hello & welcome", "The second"], entries.Select(entry => entry.Element(atom + "title")!.Value));
        Assert.Equal($"{origin}/blog/hello-world/", entries[0].Element(atom + "id")!.Value);
        Assert.Equal("start", entries[0].Element(atom + "category")!.Attribute("term")!.Value);
        var content = entries[0].Element(atom + "content")!.Value;
        Assert.Contains($"href=\"{origin}/blog/second/#a-part\"", content, StringComparison.Ordinal);
        Assert.Contains($"src=\"{origin}/posts/square.svg\"", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_map_has_every_published_entry_and_what_is_added()
    {
        await using var site = await Site.Start();
        var map = XDocument.Parse(await site.Text("/sitemap.xml"));
        Assert.Equal(
            ["/", "/blog/caf%C3%A9/", "/blog/hello-world/", "/blog/second/", "/docs/", "/docs/install/"],
            map.Root!.Elements().Select(url => new Uri(url.Elements().First().Value).AbsolutePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Search_answers_with_json_and_with_a_page()
    {
        await using var site = await Site.Start();
        using var json = JsonDocument.Parse(await site.Text("/search?q=second&format=json"));
        var hits = json.RootElement.GetProperty("hits");
        Assert.Equal("/blog/second/", hits[0].GetProperty("url").GetString()!.Split('#')[0]);
        using var accepted = await site.Get("/search?q=second", ("Accept", "application/json"));
        Assert.Equal("application/json", accepted.Content.Headers.ContentType?.MediaType);
        var page = await site.Text("/search?q=" + Uri.EscapeDataString("second\"><script>"));
        Assert.Contains("href=\"/blog/second/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><script>", page, StringComparison.Ordinal);
        Assert.Contains("<form", await site.Text("/search"), StringComparison.Ordinal);
        Assert.Contains("const address = \"/search\";", await site.Text("/search/content-search.js"), StringComparison.Ordinal);
        using var index = JsonDocument.Parse(await site.Text("/search/index/index.json"));
        Assert.True(index.RootElement.GetProperty("documents").GetInt32() > 0);
        using var reader = await site.Get("/search/index/reader.js");
        Assert.Equal("text/javascript", reader.Content.Headers.ContentType?.MediaType);
        using var long_ = await site.Get("/search?q=" + new string('a', 6000));
        Assert.True(long_.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("\" + - && || NOT ( ) * ? : ~ ^ / \\ [ ] { }")]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("title:second")]
    [InlineData("\ud83d")]
    [InlineData("second \udc00\ud800 \ud83d")]
    [InlineData("%")]
    [InlineData("\0\u0001\uffff")]
    [InlineData("e\u0301\u0301\u0301\u0301")]
    [InlineData("\u202esecond")]
    public async Task A_strange_query_is_words_or_nothing(string query)
    {
        await using var site = await Site.Start();
        // Half a surrogate cannot be sent as UTF-8, but as its three bytes it can.
        var sent = string.Concat(query.Select(letter => char.IsSurrogate(letter) ? $"%ED%{0x80 | ((letter >> 6) & 0x3F):X2}%{0x80 | (letter & 0x3F):X2}" : Uri.EscapeDataString(letter.ToString())));
        foreach (var path in new[] { $"/search?q={sent}", $"/search?q={sent}&format=json", $"/search?q={sent}&limit=-1", $"/search?q={sent}&limit=99999999999" })
        {
            using var answer = await site.Get(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // A program may search for what no address can say.
        Assert.All(Catalog.Search(query), hit => Assert.NotEmpty(hit.Url));
        Assert.NotEmpty(Catalog.Search("second \ud83d"));
    }

    [Fact]
    public void A_query_of_a_megabyte_is_answered_at_once()
    {
        var watch = Stopwatch.StartNew();
        foreach (var query in new[] { new string('a', 1_000_000), string.Concat(Enumerable.Repeat("word ", 200_000)), string.Concat(Enumerable.Range(0, 150_000).Select(number => $"w{number} ")), new string('日', 1_000_000) })
            _ = Catalog.Search(query);
        // Reason: a guard against growth with the square; it is some milliseconds.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Agents_get_a_list_and_the_whole_text()
    {
        await using var site = await Site.Start();
        var origin = site.Address.GetLeftPart(UriPartial.Authority);
        var list = await site.Text("/llms.txt");
        Assert.Contains($"\n## Posts\n\n- [Hello & welcome]({origin}/blog/hello-world.md): The first post", list, StringComparison.Ordinal);
        Assert.Contains($"- [Documentation]({origin}/docs.md)", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Unfinished", list, StringComparison.Ordinal);
        var all = await site.Text("/llms-full.txt");
        Assert.Contains("The first **post**", all, StringComparison.Ordinal);
        Assert.Contains("# Install", all, StringComparison.Ordinal);
        foreach (var link in list.Split('\n').Where(line => line.StartsWith("- [", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("](", StringComparison.Ordinal) + 2)..].Split(')')[0]))
        {
            using var twin = await site.Get(link);
            Assert.Equal("text/markdown", twin.Content.Headers.ContentType?.MediaType);
        }
    }
}
