using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Incremental;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Tests;

/// <summary>A defect of ours in one article is CONTENT9001 at that article, whatever the stage; the others are still reported. Nulls that no reader makes stand in for it.</summary>
public sealed class DefectTests : IDisposable
{
    private const string Good = "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\n[gone](gone.md)\n";

    private readonly TemporaryProject project = new();

    public DefectTests()
    {
        project.Write("content/a.md", Good);
        project.Write("content/b.md", Good.Replace("One\n", "One\nboom: x\n", StringComparison.Ordinal));
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void Without_one_both_articles_are_reported() => Assert.Equal("a.md CONTENT2001, b.md CONTENT2001", Judge(Read()));

    [Fact]
    public void While_an_article_is_read()
    {
        var collection = DefaultConfiguration.Instance.Collections[0];
        var broken = collection with
        {
            Fields = collection.Fields.Add(new FieldDefinition { Key = "boom", PropertyName = "Boom", Type = new EnumFieldType(null!), IsOptional = true }),
        };
        Assert.Equal("a.md CONTENT2001, b.md CONTENT9001", Judge(Read(DefaultConfiguration.Instance with { Collections = [broken] })));
    }

    [Fact]
    public void While_an_article_is_routed()
    {
        var articles = Read();
        var metadata = articles[1].Metadata with { Aliases = default };
        Assert.Equal("a.md CONTENT2001, b.md CONTENT2001, b.md CONTENT9001", Judge(articles.SetItem(1, articles[1] with { Metadata = metadata })));
    }

    [Fact]
    public void While_links_are_resolved()
    {
        var articles = Read();
        var content = articles[1].Content! with { Links = [new Link(null!, TextRange.FileStart, LinkRole.Hyperlink)] };
        Assert.Equal("a.md CONTENT2001, b.md CONTENT9001", Judge(articles.SetItem(1, articles[1] with { Content = content })));
    }

    private ImmutableArray<Article> Read(ContentConfiguration? configuration = null)
    {
        using var directory = StateDirectory.Open(project.Output);
        using var store = ArticleStore.Open(directory, null);
        var source = new ArticleSource(configuration ?? DefaultConfiguration.Instance, Files(), store, FilesOnDisk.Instance, directory.NowTicks, verifies: false, threads: 2);
        return [.. source.Read(TestContext.Current.CancellationToken).Articles.Select(stored => stored.Article)];
    }

    private string Judge(ImmutableArray<Article> articles)
    {
        var routed = SiteRouter.Route(DefaultConfiguration.Instance, articles, Files(), includeUnpublished: false, new DateOnly(2026, 11, 23), maxParallelism: 2);
        var site = SiteLinker.Link(routed, Files(), checkLinks: true, maxParallelism: 2, TestContext.Current.CancellationToken);
        return string.Join(", ", site.Diagnostics.Select(diagnostic => $"{Path.GetFileName(diagnostic.File)} {diagnostic.Code}").Order(StringComparer.Ordinal));
    }

    private FileMap Files() => FileMap.Enumerate(project.Path, "content", [], TestContext.Current.CancellationToken);
}
