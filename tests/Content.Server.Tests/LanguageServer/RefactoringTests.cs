using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>Names change, and everything that names them: afterwards a build says what it said before, and no other character is different.</summary>
public sealed class RefactoringTests : IDisposable
{
    private const string Configuration = """
        {
          "site": "https://example.org/docs",
          "collections": {
            "posts": { "type": "Post", "files": "posts/**/*.{md,html}", "url": "/blog/{slug}/", "fields": { "title": "string?", "author": "Author?", "cover": "image?", "related": "Post[]?" } },
            "authors": { "type": "Author", "files": "authors/*.md", "fields": { "name": "string" } }
          }
        }
        """;

    private readonly EditedSite site = new();

    public RefactoringTests()
    {
        site.Write("content.json", Configuration);
        site.Write("content/authors/jane.md", "---\nname: Jane\n---\nJane wrote [hello](../posts/hello.md).\n");
        site.Write("content/posts/hello.md", "---\ntitle: Hello\nauthor: jane\nrelated: [second, ./deep/third.md]\ncover: ./i.svg\n---\n# Hello\n\n## Setup\n\nText.\n\n## Setup\n\n[x](#setup-1) {#own}\n");
        site.Write(
            "content/posts/second.md",
            "---\ntitle: Second\n---\n# Second\n\n[a](hello.md#setup) [b](./hello.md?q=1#setup-1 \"T\") <a href='hello.md#setup'>c</a> [d](/docs/blog/hello/#setup) [e](https://example.org/docs/blog/hello/#setup) [f][l] [l] ![i](<i.svg>)\n\n[l]: hello.md#setup 'title'\n");
        site.Write("content/posts/deep/third.md", "# Third\n\n[up](../hello.md#setup-1) [url](/docs/blog/second/) [asset](../i.svg) [dir](/docs/posts/hello.md)\n");
        site.Write("content/posts/page.html", "<h1 id=\"top-of-it\">P</h1><a href=\"hello.md#setup\">a</a> <a href=\"#top-of-it\">b</a> <img src=\"i.svg\" srcset=\"i.svg 1x, ./i.svg 2x\" alt=\"\">\n");
        site.Write("content/posts/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_heading_is_renamed_with_every_link_to_it_and_to_its_namesakes()
    {
        Assert.Empty(site.Build());
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var rename = EditorClient.At(site.Full("content/posts/hello.md"), 8, 5);
        rename["newName"] = "Install it";
        site.Apply((await client.RequestAsync("textDocument/rename", rename))!);
        Assert.Empty(site.Build());
        Assert.Equal(
            "---\ntitle: Second\n---\n# Second\n\n[a](hello.md#install-it) [b](./hello.md?q=1#setup \"T\") <a href='hello.md#install-it'>c</a> [d](/docs/blog/hello/#install-it) [e](https://example.org/docs/blog/hello/#install-it) [f][l] [l] ![i](<i.svg>)\n\n[l]: hello.md#install-it 'title'\n",
            site.Read("content/posts/second.md"));
        Assert.Contains("## Install it\n\nText.\n\n## Setup\n\n[x](#setup) {#own}\n", site.Read("content/posts/hello.md"), StringComparison.Ordinal);
        Assert.Contains("[up](../hello.md#setup)", site.Read("content/posts/deep/third.md"), StringComparison.Ordinal);
        Assert.Contains("href=\"hello.md#install-it\"", site.Read("content/posts/page.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_is_renamed_where_it_is_given_and_where_it_is_named()
    {
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var rename = EditorClient.At(site.Full("content/posts/page.html"), 0, 10);
        rename["newName"] = "start";
        site.Apply((await client.RequestAsync("textDocument/rename", rename))!);
        Assert.Empty(site.Build());
        Assert.StartsWith("<h1 id=\"start\">P</h1><a href=\"hello.md#setup\">a</a> <a href=\"#start\">", site.Read("content/posts/page.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_is_renamed_and_what_readers_see_stays()
    {
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var rename = EditorClient.At(site.Full("content/posts/second.md"), 7, 1);
        rename["newName"] = "there";
        site.Apply((await client.RequestAsync("textDocument/rename", rename))!);
        Assert.Empty(site.Build());
        Assert.Contains("[f][there] [l][there] ![i](<i.svg>)\n\n[there]: hello.md#setup 'title'\n", site.Read("content/posts/second.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/posts/hello.md", "content/posts/deep/hello.md")]
    [InlineData("content/posts/hello.md", "content/posts/good day.md")]
    [InlineData("content/posts/deep", "content/posts/shallow/er")]
    [InlineData("content/posts/deep/third.md", "content/posts/third.md")]
    [InlineData("content/posts/i.svg", "content/posts/images/i.svg")]
    [InlineData("content/posts", "content/articles")]
    [InlineData("content/authors/jane.md", "content/authors/jane-doe.md")]
    [InlineData("content", "texts")]
    public async Task Links_and_fields_follow_what_moves(string from, string to)
    {
        Assert.Empty(site.Build());
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var edit = await client.RequestAsync("workspace/willRenameFiles", Rename(from, to));
        if (edit is not null)
            site.Apply(edit);
        Directory.CreateDirectory(Path.GetDirectoryName(site.Full(to))!);
        Directory.Move(site.Full(from), site.Full(to));
        Assert.Empty(site.Build());
    }

    [Fact]
    public async Task An_article_that_moves_is_offered_its_old_address_as_an_alias()
    {
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var edit = (await client.RequestAsync("workspace/willRenameFiles", Rename("content/posts/hello.md", "content/posts/bonjour.md")))!;
        Assert.True((bool)edit["changeAnnotations"]!["Alias"]!["needsConfirmation"]!);
        site.Apply(edit, confirms: true);
        File.Move(site.Full("content/posts/hello.md"), site.Full("content/posts/bonjour.md"));
        Assert.Empty(site.Build());
        Assert.Contains("aliases: [/blog/hello/]\n---\n", site.Read("content/posts/bonjour.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_name_can_be_is_refused()
    {
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        foreach (var name in (string[])["", "  ", "a\nb"])
        {
            var rename = EditorClient.At(site.Full("content/posts/hello.md"), 8, 5);
            rename["newName"] = name;
            Assert.Equal(-32803, await client.ErrorOfAsync("textDocument/rename", rename));
        }
    }

    private JsonObject Rename(string from, string to) => new()
    {
        ["files"] = new JsonArray(new JsonObject { ["oldUri"] = EditorClient.UriOf(site.Full(from)), ["newUri"] = EditorClient.UriOf(site.Full(to)) }),
    };
}
