using System.ServiceModel.Syndication;
using System.Xml;

namespace Content.Site.Tests;

public sealed class FeedTests(SiteProcess site)
{
    [Fact]
    public async Task The_feed_is_Atom_with_every_published_post_in_full()
    {
        var feed = await Load();
        Assert.Equal(8, feed.Items.Count());
        Assert.All(feed.Items, item =>
        {
            Assert.NotEmpty(item.Title.Text);
            Assert.NotEmpty(item.Authors.Single().Name);
            Assert.Contains("<p>", ((TextSyndicationContent)item.Content).Text, StringComparison.Ordinal);
            Assert.True(item.LastUpdatedTime >= item.PublishDate);
        });
        var ids = feed.Items.Select(item => item.Id).ToArray();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Equal(feed.Items.Max(item => item.LastUpdatedTime), feed.LastUpdatedTime);
    }

    [Fact]
    public async Task Every_link_of_the_feed_answers()
    {
        foreach (var link in (await Load()).Items.SelectMany(item => item.Links))
        {
            using var response = await site.Client.GetAsync(link.Uri, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, link.Uri.AbsoluteUri);
        }
    }

    [Fact]
    public async Task A_draft_is_on_the_list_of_a_Debug_build_and_in_no_feed()
    {
        var list = await site.Client.GetStringAsync("/blog/", TestContext.Current.CancellationToken);
        var isDebug = list.Contains("Publishing on a schedule", StringComparison.Ordinal);
        Assert.Equal(AppContext.BaseDirectory.Contains("Debug", StringComparison.Ordinal), isDebug);
        Assert.DoesNotContain((await Load()).Items, item => item.Title.Text == "Publishing on a schedule");
    }

    private async Task<SyndicationFeed> Load()
    {
        await using var stream = await site.Client.GetStreamAsync("/feed.xml", TestContext.Current.CancellationToken);
        using var reader = XmlReader.Create(stream);
        return SyndicationFeed.Load(reader);
    }
}
