using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Content.Site.Tests;

/// <summary>Everything that can be reached from the home page by links and assets.</summary>
internal sealed class Crawl
{
    private readonly SiteProcess site;
    private readonly Queue<(string Url, string From)> open = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private Crawl(SiteProcess site) => this.site = site;

    /// <summary>The pages by path.</summary>
    public SortedDictionary<string, IDocument> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Everything that answered, pages included.</summary>
    public HashSet<string> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>What did not answer, or led to a place that is not there.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Fragments that some page links to: page and id.</summary>
    public List<(string Page, string Id, string From)> Fragments { get; } = [];

    public static async Task<Crawl> Run(SiteProcess site)
    {
        var crawl = new Crawl(site);
        crawl.Add("/", "start");
        while (crawl.open.TryDequeue(out var next))
            await crawl.Visit(next.Url, next.From);
        return crawl;
    }

    private void Add(string path, string from)
    {
        if (seen.Add(path))
            open.Enqueue((path, from));
    }

    private async Task Visit(string path, string from)
    {
        using var response = await site.Client.GetAsync(path, CancellationToken.None);
        if (response.StatusCode is HttpStatusCode.MovedPermanently && response.Headers.Location is { } location)
        {
            Add(new Uri(new Uri(site.Address, path), location).AbsolutePath, path);
            return;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            Failures.Add($"{path} answers {(int)response.StatusCode}, linked from {from}");
            return;
        }

        Answered.Add(path);
        if (response.Content.Headers.ContentType?.MediaType != "text/html")
            return;
        var html = await response.Content.ReadAsStringAsync(CancellationToken.None);
        var document = new HtmlParser().ParseDocument(html);
        Pages.Add(path, document);
        foreach (var link in Links(document))
            Follow(link, path);
    }

    private void Follow(string link, string from)
    {
        var target = new Uri(new Uri(site.Address, from), link);
        if (target.Authority != site.Address.Authority || target.Scheme != Uri.UriSchemeHttp)
            return;
        Add(target.AbsolutePath, from);
        if (target.Fragment.Length > 1)
            Fragments.Add((target.AbsolutePath, Uri.UnescapeDataString(target.Fragment[1..]), from));
    }

    private static IEnumerable<string> Links(IDocument document) =>
        document.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
}
