using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace ExampleSite.Routes;

/// <summary>The posts as an Atom feed, whole articles and not teasers.</summary>
internal static class FeedRoute
{
    public static void MapFeed(this WebApplication app) => app.MapGet("/feed.xml", (HttpRequest request) =>
        Results.Bytes(Write(CreateFeed(request)), "application/atom+xml; charset=utf-8"));

    private static SyndicationFeed CreateFeed(HttpRequest request)
    {
        var posts = Catalog.Posts.Where(post => post.IsPublished).ToArray();
        var feed = new SyndicationFeed("Content", "A content compiler for .NET", request.Root())
        {
            Id = "tag:content.example,2026:feed",
            BaseUri = request.Root(),
            Language = "en",
            LastUpdatedTime = posts.Select(Updated).DefaultIfEmpty().Max(),
            Items = posts.Select(post => CreateItem(post, request)).ToArray(),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(request.Absolute("/feed.xml")), "application/atom+xml"));
        return feed;
    }

    private static SyndicationItem CreateItem(Post post, HttpRequest request)
    {
        var item = new SyndicationItem
        {
            Id = $"tag:content.example,{post.Date:yyyy}:{post.Slug}",
            BaseUri = new Uri(request.Absolute(post.Url)),
            Title = new TextSyndicationContent(post.Title),
            Summary = new TextSyndicationContent(post.Summary),
            Content = SyndicationContent.CreateHtmlContent(post.Body.Html),
            PublishDate = Midnight(post.Date),
            LastUpdatedTime = Updated(post),
            Authors = { new SyndicationPerson(post.Author.Email, post.Author.Name, request.Absolute(post.Author.Url)) },
            Links = { SyndicationLink.CreateAlternateLink(new Uri(request.Absolute(post.Url)), "text/html") },
        };
        foreach (var tag in post.Tags)
            item.Categories.Add(new SyndicationCategory(tag.Label()));
        return item;
    }

    private static DateTimeOffset Updated(Post post) => Midnight(post.Updated ?? post.Date);

    private static DateTimeOffset Midnight(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.Zero);

    private static byte[] Write(SyndicationFeed feed)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return stream.ToArray();
    }
}
