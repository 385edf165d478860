using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Links;

/// <summary>A site in memory: files, articles with their anchors, and links to try.</summary>
internal sealed class LinkProject
{
    private readonly List<Article> articles = [];
    private readonly List<string> files = [];
    private readonly List<string> statics = [];
    private readonly Dictionary<string, (string Url, string[] Aliases)> addresses = [];
    private readonly HashSet<string> hidden = [];

    public ContentConfiguration Configuration { get; set; } = DefaultConfiguration.Instance;

    public LinkProject File(params string[] paths)
    {
        files.AddRange(paths);
        return this;
    }

    public LinkProject Static(params string[] paths)
    {
        statics.AddRange(paths);
        return this;
    }

    public LinkProject Article(string path, params string[] anchors) => Article(path, [], anchors);

    public LinkProject Article(string path, ImmutableArray<Link> links, params string[] anchors)
    {
        files.Add(path);
        articles.Add(new Article
        {
            Path = path,
            File = "content/" + path,
            Collection = 0,
            Format = ArticleFormats.Of(path, readsMdx: false)!.Value,
            Metadata = new EntryMetadata { Fields = [] },
            Content = new ArticleContent { Body = ArticleBody.Empty, Anchors = [.. anchors], Links = links },
        });
        return this;
    }

    public LinkProject Heading(string path, string text, string id)
    {
        var index = articles.FindIndex(article => article.Path == path);
        var content = articles[index].Content!;
        articles[index] = articles[index] with
        {
            Content = content with { Headings = content.Headings.Add(new ArticleHeading(2, text, id)), Anchors = content.Anchors.Add(id) },
        };
        return this;
    }

    public LinkProject Unpublished(string path, bool isDraft = true, DateOnly? publish = null, DateOnly? expiry = null)
    {
        Article(path);
        hidden.Add(path);
        articles[^1] = articles[^1] with { Metadata = new EntryMetadata { Fields = [], IsDraft = isDraft, PublishDate = publish, ExpiryDate = expiry } };
        return this;
    }

    public LinkProject Url(string path, string url, params string[] aliases)
    {
        addresses[path] = (url, aliases);
        return this;
    }

    public LinkProject Ignore(params string[] globs)
    {
        Configuration = Configuration with { IgnoredLinks = [.. globs.Select(glob => new IgnoredLink(GlobPattern.Parse(glob), TextRange.FileStart))] };
        return this;
    }

    public LinkProject Site(string url)
    {
        var site = new Uri(url);
        Configuration = Configuration with { Site = site, BasePath = site.AbsolutePath.TrimEnd('/') };
        return this;
    }

    public LinkProject Severity(string code, DiagnosticSeverity severity)
    {
        Configuration = Configuration with { Severities = new Dictionary<string, DiagnosticSeverity>(Configuration.Severities) { [code] = severity } };
        return this;
    }

    /// <summary>What is said of one link that an article holds; its lines are the code and the message.</summary>
    public string Check(string article, string destination, LinkRole role = LinkRole.Hyperlink) =>
        string.Join('\n', Try(article, destination, role).Diagnostics.Select(diagnostic => $"{diagnostic.Code}: {diagnostic.Message}"));

    /// <summary>The URL that takes the place of the destination; null keeps it.</summary>
    public string? Rewrite(string article, string destination, LinkRole role = LinkRole.Hyperlink) => Try(article, destination, role).Url;

    public (string? Url, ImmutableArray<Diagnostic> Diagnostics) Try(string article, string destination, LinkRole role = LinkRole.Hyperlink)
    {
        var index = articles.FindIndex(candidate => candidate.Path == article);
        if (index < 0)
        {
            Article(article);
            index = articles.Count - 1;
        }

        var before = articles[index];
        articles[index] = before with { Content = before.Content! with { Links = [new Link(destination, new TextRange(3, 5, 3, 9), role)] } };
        var site = Link();
        articles[index] = before;
        var entry = site.Collections[0].Entries.First(candidate => candidate.Article.Path == article);
        return (entry.LinkUrls[0], site.Diagnostics);
    }

    public Site Link(bool checkLinks = true)
    {
        var entries = articles.OrderBy(article => article.Path, StringComparer.Ordinal).Select(Route).ToImmutableArray();
        var routed = new RoutedSite(Configuration, entries, [new SiteCollection(Configuration.Collections[0], entries)], []);
        return SiteLinker.Link(routed, Map(), checkLinks, maxParallelism: 2, TestContext.Current.CancellationToken);
    }

    private FileMap Map() => new(Listing("content", files), [Listing("wwwroot", statics)]);

    /// <summary>These files and the folders they are in, without a disk.</summary>
    private static FileListing Listing(string folder, IEnumerable<string> paths)
    {
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
                folders.Add(path[..end]);
        }

        return new FileListing
        {
            ProjectDirectory = "/project",
            Folder = folder,
            Exists = true,
            Files = [.. paths.Order(StringComparer.Ordinal).Select(path => new SourceFile(path, $"{folder}/{path}", 0, 0))],
            Folders = [.. folders],
        };
    }

    private Entry Route(Article article)
    {
        var slug = Path.ChangeExtension(article.Path, null);
        slug = slug == "index" ? "" : slug.EndsWith("/index", StringComparison.Ordinal) ? slug[..^6] : slug;
        var (url, aliases) = addresses.GetValueOrDefault(article.Path, (slug.Length == 0 ? "/" : $"/{slug}/", []));
        return new Entry
        {
            Article = article,
            Collection = Configuration.Collections[0],
            Slug = slug,
            Url = Configuration.BasePath + url,
            Aliases = [.. aliases.Select(alias => Configuration.BasePath + alias)],
            Symbol = "X",
            IsPublished = !hidden.Contains(article.Path),
            Fields = [],
        };
    }
}
