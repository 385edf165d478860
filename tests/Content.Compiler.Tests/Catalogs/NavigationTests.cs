using Content.Runtime;

using static Content.Compiler.Tests.Catalogs.CompiledSite;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>The tree of folders, breadcrumbs, related entries and pages.</summary>
public sealed class NavigationTests
{
    private const string Docs = """
        { "collections": { "docs": { "type": "Doc", "files": "docs/**/*.md", "order": "place, title", "fields": {
            "title": "string", "place": { "type": "int", "default": 100 }, "tags": { "type": "string[]", "default": [] } } } } }
        """;

    [Fact]
    public void A_folder_stands_where_its_index_does_or_else_its_first_entry()
    {
        using var site = new CompiledSite(
            Docs,
            Article("docs/index.md", "Home", "x", "place: 50\n"),
            Article("docs/start.md", "Start", "x", "place: 1\n"),
            Article("docs/guides/index.md", "Guides", "x", "place: 3\n"),
            Article("docs/guides/b.md", "B", "x", "place: 1\n"),
            Article("docs/guides/a.md", "A", "x"),
            Article("docs/how-to/deep/x.md", "X", "x", "place: 2\n"),
            Article("docs/end.md", "End", "x"));
        Assert.Equal(
            """
            Home /docs/
              Start /docs/start/
              How to -
                Deep -
                  X /docs/how-to/deep/x/
              Guides /docs/guides/
                B /docs/guides/b/
                A /docs/guides/a/
              End /docs/end/

            """.ReplaceLineEndings("\n"),
            Show(site[0].Tree, 0));
        Assert.Equal("Home > How to > Deep > X", string.Join(" > ", site[0]["how-to/deep/x"].Breadcrumbs.Select(node => node.Title)));
        Assert.Equal("Home", string.Join(" > ", site[0][""].Breadcrumbs.Select(node => node.Title)));
        Assert.Same(site[0].Tree, site[0].Tree);
        Assert.Null(site[0].Tree.Parent);
        Assert.Same(site[0]["guides/a"], site[0].Tree.Children[2].Children[1].Entry);
    }

    [Fact]
    public void Without_an_index_the_root_is_a_folder_without_an_entry()
    {
        using var site = new CompiledSite(Docs, Article("docs/b.md", "B", "x"), Article("docs/a.md", "A", "x"));
        Assert.Equal(" -\n  A /docs/a/\n  B /docs/b/\n", Show(site[0].Tree, 0));
    }

    [Fact]
    public void An_empty_collection_has_an_empty_tree()
    {
        using var site = new CompiledSite(Docs.Replace("\"docs/**/*.md\"", "[\"docs/**/*.md\"]", StringComparison.Ordinal));
        Assert.Empty(site[0].Tree);
        Assert.Empty(site[0].Page(1, 10));
        Assert.Equal(1, site[0].Page(1, 10).PageCount);
    }

    [Fact]
    public void Related_are_those_with_the_rarest_tags_in_common()
    {
        using var site = new CompiledSite(
            Docs,
            Article("docs/a.md", "A", "x", "tags: [common, rare]\n"),
            Article("docs/b.md", "B", "x", "tags: [common]\n"),
            Article("docs/c.md", "C", "x", "tags: [common]\n"),
            Article("docs/d.md", "D", "x", "tags: [rare, other]\n"),
            Article("docs/e.md", "E", "x", "tags: [lonely]\n"),
            Article("docs/f.md", "F", "x"));
        Assert.Equal("d b c|a c|b a|a||", string.Join("|", site[0].Select(entry => string.Join(" ", entry.Related.Select(other => other.Slug)))));
    }

    [Fact]
    public void Pages_divide_the_declared_order()
    {
        using var site = new CompiledSite(Docs, Enumerable.Range(1, 25).Select(number => Article($"docs/{number:00}.md", $"T{number:00}", "x", "tags: [all]\n")));
        var page = site[0].Page(2, size: 10);
        Assert.Equal((10, 25, 3, 2, 10, true, true), (page.Count, page.TotalCount, page.PageCount, page.Number, page.Size, page.HasPrevious, page.HasNext));
        Assert.Equal("T11", page[0].Title);
        Assert.Equal("T20", page[^1].Title);
        Assert.Equal((5, false), (site[0].Page(3, 10).Count, site[0].Page(3, 10).HasNext));
        Assert.Empty(site[0].Page(4, 10));
        Assert.Empty(site[0].Page(int.MaxValue, int.MaxValue));
        Assert.Equal(5, site[0].Take(7).ToList().Page(1, 5).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => site[0].Page(0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => site[0].Page(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => page[10]);
    }

    private static string Show(IContentNode<IContentEntry> node, int depth) =>
        $"{new string(' ', depth * 2)}{node.Title} {node.Url ?? "-"}\n" + string.Concat(node.Select(child => Show(child, depth + 1)));
}
