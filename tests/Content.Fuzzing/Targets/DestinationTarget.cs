using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Entries;
using Content.Compiler.ExternalLinks;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Fuzzing.Targets;

/// <summary>Every line as a destination, in a small site under a base path: a verdict that is one line, and no URL but those that exist.</summary>
internal static class DestinationTarget
{
    private const int MostLinks = 200;

    private static readonly ContentConfiguration configuration = DefaultConfiguration.Instance with { Site = new Uri("https://example.org/docs"), BasePath = "/docs" };

    private static readonly FileMap files = new(
        new FileListing
        {
            ProjectDirectory = "/project",
            Folder = "content",
            Exists = true,
            Files = [.. new[] { "a.md", "a/b.md", "a/c d.png" }.Select(path => new SourceFile(path, "content/" + path, 0, 0))],
            Folders = ["a"],
        },
        [new FileListing { ProjectDirectory = "/project", Folder = "wwwroot", Exists = true, Files = [new SourceFile("s.png", "wwwroot/s.png", 0, 0)], Folders = [] }]);

    public static void Run(byte[] bytes)
    {
        // Reason: in UTF-16 a test can also make half a pair, which UTF-8 cannot.
        var text = Encoding.UTF8.GetString(bytes).Replace("\uFFFD", "\uD800", StringComparison.Ordinal);
        ImmutableArray<Link> links = [.. text.Split('\n').Take(MostLinks).Select(line => new Link(line, TextRange.FileStart, LinkRole.Hyperlink))];
        ImmutableArray<Entry> entries = [MakeEntry("a.md", []), MakeEntry("a/b.md", links)];
        var site = SiteLinker.Link(
            new RoutedSite(configuration, entries, [new SiteCollection(configuration.Collections[0], entries)], []), files, checkLinks: true);
        foreach (var diagnostic in site.Diagnostics)
        {
            var isOne = diagnostic.Code.StartsWith("CONTENT20", StringComparison.Ordinal) && !diagnostic.Message.AsSpan().ContainsAny('\n', '\r');
            FuzzFailureException.Unless(isOne, $"{diagnostic.Code}: {diagnostic.Message}");
        }

        foreach (var url in site.Collections[0].Entries[1].LinkUrls)
        {
            var path = url?.Split('?', '#')[0];
            if (path is not null && path.IndexOf("://", StringComparison.Ordinal) is var origin and > 0)
                path = path[path.IndexOf('/', origin + 3)..];
            FuzzFailureException.Unless(path is null or "/docs/a/" or "/docs/a/b/" or "/docs/a/c%20d.png" or "/docs/s.png", $"'{url}' is no URL of the site.");
        }

        foreach (var link in new ExternalLinkFinder(configuration).Find(entries.Select(entry => entry.Article)))
            FuzzFailureException.Unless(link.Page.Scheme is "http" or "https" && link.Address.Length > 0, $"'{link.Destination}' is asked for.");
    }

    private static Entry MakeEntry(string path, ImmutableArray<Link> links)
    {
        var slug = path[..^3];
        return new Entry
        {
            Article = new Article
            {
                Path = path,
                File = "content/" + path,
                Collection = 0,
                Format = ArticleFormat.Markdown,
                Metadata = new EntryMetadata { Fields = [] },
                Content = new ArticleContent { Body = ArticleBody.Empty, Anchors = ["top-1"], Links = links },
            },
            Collection = configuration.Collections[0],
            Slug = slug,
            Url = $"/docs/{slug}/",
            Symbol = "X",
            IsPublished = true,
            Fields = [],
        };
    }
}
