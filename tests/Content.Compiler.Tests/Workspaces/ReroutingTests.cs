using Content.Compiler.Routing;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Workspaces;

/// <summary>Front matter that is typed in: where addresses stay, its article alone is routed again, and whatever is typed, the site is what a build would make of it.</summary>
public sealed class ReroutingTests : IDisposable
{
    private const string Configuration = """
        {
          "collections": {
            "posts": { "type": "Post", "files": "posts/*.md", "url": "/{slug}/", "order": "date desc, title", "fields": { "title": "string", "date": "date", "author": "Author?", "cover": "image?" UNIQUE } },
            "authors": { "type": "Author", "files": "authors/*.md", "fields": { "name": "string" } }
          },
          "rules": [{ "where": "title == 'Forbidden'", "message": "Not so." }]
        }
        """;

    private readonly TemporaryProject project = new();

    public ReroutingTests()
    {
        project.Write("content.json", Configuration.Replace("UNIQUE", "", StringComparison.Ordinal));
        project.Write("content/authors/jane.md", "---\nname: Jane\n---\n");
        project.Write("content/authors/joe.md", "---\nname: Joe\n---\n");
        project.Write("content/posts/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n");
        for (var number = 1; number <= 5; number++)
            Post(number, $"Title {number}", "author: jane");
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("Zebra", "author: jane")]
    [InlineData("A", "author: jane")]
    [InlineData("Title 3", "author: joe")]
    [InlineData("Title 3", "author: nobody")]
    [InlineData("Title 3", "cover: ./i.svg")]
    [InlineData("Title 3", "cover: ./none.svg")]
    [InlineData("Title 3", "")]
    [InlineData("Title 3", "date: 2020-01-01")]
    [InlineData("Forbidden", "author: jane")]
    public void What_moves_no_address_is_routed_by_itself(string title, string more)
    {
        var workspace = Start();
        var before = workspace.Current!.Entries;
        var after = Type(workspace, title, more);
        for (var index = 0; index < before.Length; index++)
            Assert.Equal(before[index].Article.Path != "posts/3.md", ReferenceEquals(before[index], after.Entries[index]));
        AssertIsAsFromNothing(after);
        AssertIsAsFromNothing(Type(workspace, "Title 3", "author: jane"));
    }

    [Theory]
    [InlineData("slug: other")]
    [InlineData("url: /elsewhere/")]
    [InlineData("slug: 4")]
    [InlineData("aliases: [/old/]")]
    [InlineData("draft: true")]
    [InlineData("publishDate: 2099-01-01")]
    [InlineData("slug: [")]
    public void What_may_move_an_address_is_not(string more)
    {
        var workspace = Start();
        var before = workspace.Current!.Entries;
        var after = Type(workspace, "Title 3", more);
        Assert.DoesNotContain(after.Entries, entry => before.Any(old => ReferenceEquals(old, entry)));
        AssertIsAsFromNothing(after);
        AssertIsAsFromNothing(Type(workspace, "Zebra", more));
        AssertIsAsFromNothing(Type(workspace, "Title 3", ""));
    }

    [Fact]
    public void A_title_that_must_be_unique_is_held_against_all_others()
    {
        project.Write("content.json", Configuration.Replace("\"title\": \"string\"", "\"title\": { \"type\": \"string\", \"unique\": true }", StringComparison.Ordinal).Replace("UNIQUE", "", StringComparison.Ordinal));
        var workspace = Start();
        var after = Type(workspace, "Title 4", "");
        Assert.Equal("CONTENT1010", Assert.Single(after.Diagnostics).Code);
        AssertIsAsFromNothing(after);
        AssertIsAsFromNothing(Type(workspace, "Title 3", ""));
    }

    [Theory]
    [InlineData("Zebra")]
    [InlineData("title 3")]
    [InlineData("Title 3!")]
    public void An_address_that_is_made_of_a_field_moves_with_it(string title)
    {
        project.Write("content.json", Configuration.Replace("/{slug}/", "/{title}/{slug}/", StringComparison.Ordinal).Replace("UNIQUE", "", StringComparison.Ordinal));
        var workspace = Start();
        AssertIsAsFromNothing(Type(workspace, title, "author: jane"));
        AssertIsAsFromNothing(Type(workspace, "Title 3", "author: jane"));
    }

    [Fact]
    public void What_depends_on_another_article_is_judged_anew()
    {
        // Two posts want one address, and one of them is edited in another place and then out of the way.
        Post(4, "Title 4", "url: /same/");
        Post(5, "Title 5", "url: /same/");
        var workspace = Start();
        Assert.Contains(workspace.Current!.Diagnostics, found => found.Code == "CONTENT4001");
        AssertIsAsFromNothing(Type(workspace, "Zebra", "author: jane"));
        AssertIsAsFromNothing(Type(workspace, "Zebra", "aliases: [/same/]"));
        AssertIsAsFromNothing(Type(workspace, "Zebra", "aliases: [/other/]"));
        Post(5, "Title 5", "");
        AssertIsAsFromNothing(workspace.Update([project.Full("content/posts/5.md")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_alias_that_two_have_is_said_as_long_as_both_have_it()
    {
        Post(4, "Title 4", "aliases: [/old/]");
        Post(5, "Title 5", "aliases: [/old/]");
        var workspace = Start();
        Assert.Contains(workspace.Current!.Diagnostics, found => found.Code == "CONTENT4003");
        AssertIsAsFromNothing(Type(workspace, "Zebra", "author: jane"));
        Post(5, "Zebra 5", "aliases: [/old/]");
        AssertIsAsFromNothing(workspace.Update([project.Full("content/posts/5.md")], TestContext.Current.CancellationToken));
        Post(5, "Zebra 5", "");
        AssertIsAsFromNothing(workspace.Update([project.Full("content/posts/5.md")], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_fault_of_the_configuration_stays()
    {
        project.Write("content.json", Configuration.Replace("UNIQUE", "", StringComparison.Ordinal).Replace("\"author\": \"Author?\"", "\"author\": { \"type\": \"Author\", \"default\": \"nobody\" }", StringComparison.Ordinal));
        var workspace = Start();
        AssertIsAsFromNothing(Type(workspace, "Zebra", ""));
        AssertIsAsFromNothing(Type(workspace, "Zebra", "author: jane"));
        AssertIsAsFromNothing(Type(workspace, "Zebra", ""));
    }

    private Workspace Start()
    {
        var workspace = new Workspace(project.Request());
        AssertIsAsFromNothing(workspace.Update(TestContext.Current.CancellationToken));
        return workspace;
    }

    private WorkspaceSnapshot Type(Workspace workspace, string title, string more)
    {
        Post(3, title, more);
        return workspace.Update([project.Full("content/posts/3.md")], TestContext.Current.CancellationToken);
    }

    private void Post(int number, string title, string more) => project.Write(
        $"content/posts/{number}.md", $"---\ntitle: {title}\n{(more.StartsWith("date", StringComparison.Ordinal) ? "" : $"date: 2026-01-0{number}\n")}{more}\n---\n\n[next](./{number % 5 + 1}.md)\n");

    private void AssertIsAsFromNothing(WorkspaceSnapshot snapshot)
    {
        var built = new Workspace(project.Request()).Update(TestContext.Current.CancellationToken);
        Assert.Equal(built.Diagnostics, snapshot.Diagnostics);
        Assert.Equal(built.Site!.Assets, snapshot.Site!.Assets);
        Assert.Equal((built.Site.UnreachedArticles, built.Site.UnusedFiles), (snapshot.Site.UnreachedArticles, snapshot.Site.UnusedFiles));
        Assert.Equal(built.Site.Collections.SelectMany(collection => collection.Entries).Select(Describe), snapshot.Site.Collections.SelectMany(collection => collection.Entries).Select(Describe));

        static string Describe(Entry entry) => $"{entry.Article.Path} {entry.Url} {entry.IsPublished} {string.Join(' ', entry.LinkUrls)} {string.Join(' ', entry.Fields)}";
    }
}
