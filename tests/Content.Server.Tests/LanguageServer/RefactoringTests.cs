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

    [Theory]
    [InlineData("content/posts/code.md", "content/posts/deep/code.md", "file=../../../src/One.cs region=R", "file=src/Two.cs", "include: ../part.md#sec", "include: ../part.md ")]
    [InlineData("content/posts/part.md", "content/parts/a part.md", "file=../../src/One.cs region=R", "file=src/Two.cs", "include: ../parts/a part.md#sec", "include: ../parts/a part.md ")]
    [InlineData("src/One.cs", "src/more/Uno.cs", "file=../../src/more/Uno.cs region=R", "file=src/Two.cs", "include: part.md#sec", "include: ./part.md ")]
    [InlineData("src", "source code", "file=\"../../source code/One.cs\" region=R", "file=\"source code/Two.cs\"", "include: part.md#sec", "include: ./part.md ")]
    [InlineData("src/Two.cs", "src/Zwei.cs", "file=../../src/One.cs region=R", "file=src/Zwei.cs", "include: part.md#sec", "include: ./part.md ")]
    [InlineData("content/posts", "content/articles", "file=../../src/One.cs region=R", "file=src/Two.cs", "include: part.md#sec", "include: ./part.md ")]
    public async Task Paths_of_what_is_taken_in_follow_and_nothing_else(string from, string to, string near, string fromProject, string section, string whole)
    {
        site.Write("content.json", Configuration.Replace("\"site\"", "\"snippets\": [\"src\"], \"site\"", StringComparison.Ordinal).Replace("\"authors/*.md\"", "[\"authors/*.md\"]", StringComparison.Ordinal)
            .Replace("\"posts/**/*.{md,html}\"", "[\"posts/**/*.{md,html}\", \"parts/*.md\"]", StringComparison.Ordinal));
        site.Write("src/One.cs", "class One\n{\n    #region R\n    int x;\n    #endregion\n}\n");
        site.Write("src/Two.cs", "class Two;\n");
        site.Write("content/posts/part.md", "# Part\n\n## Sec\n\nText.\n");
        const string Text = "# Code\n\n```csharp file=../../src/One.cs region=R\n```\n\n``` csharp {1} file=src/Two.cs title=\"src/Two.cs\"\n```\n\n<!-- include: part.md#sec -->\n\n<!-- include: ./part.md -->\n\nfile=../../src/One.cs\n";
        site.Write("content/posts/code.md", Text);
        Assert.Empty(site.Build());
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        if (await client.RequestAsync("workspace/willRenameFiles", Rename(from, to)) is { } edit)
            site.Apply(edit);
        Directory.CreateDirectory(Path.GetDirectoryName(site.Full(to))!);
        Directory.Move(site.Full(from), site.Full(to));
        Assert.Empty(site.Build());
        var expected = Text.Replace("file=../../src/One.cs region=R", near, StringComparison.Ordinal).Replace("file=src/Two.cs", fromProject, StringComparison.Ordinal)
            .Replace("include: part.md#sec", section, StringComparison.Ordinal).Replace("include: ./part.md ", whole, StringComparison.Ordinal);
        Assert.Equal(expected, File.ReadAllText(Directory.EnumerateFiles(site.Full("content"), "code.md", SearchOption.AllDirectories).Single()));
    }

    [Fact]
    public async Task Entries_of_a_file_of_many_do_not_stand_in_the_way_of_a_move()
    {
        site.Write("content.json", Configuration.Replace("\"authors/*.md\"", "\"authors/all.yml\", \"entries\": \"map\"", StringComparison.Ordinal));
        File.Delete(site.Full("content/authors/jane.md"));
        site.Write("content/authors/all.yml", "jane:\n  name: Jane\njoe:\n  name: Joe\nzoe:\n  name: Zoe\n");
        Assert.Empty(site.Build());
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        site.Apply((await client.RequestAsync("workspace/willRenameFiles", Rename("content/posts/hello.md", "content/posts/deep/hello.md")))!);
        File.Move(site.Full("content/posts/hello.md"), site.Full("content/posts/deep/hello.md"));
        Assert.Empty(site.Build());
        Assert.Contains("[a](deep/hello.md#setup)", site.Read("content/posts/second.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moves_is_followed_in_every_project_of_the_workspace()
    {
        using var other = new EditedSite();
        using var common = new TemporaryFolder();
        common.Write("Shared.cs", "class Shared;\n");
        foreach (var one in (EditedSite[])[site, other])
        {
            one.Write("content.json", """{ "snippets": ["FOLDER"], "collections": { "posts": { "type": "Post", "files": "posts/**/*.md" } } }""".Replace("FOLDER", Path.GetRelativePath(one.Path, common.Path), StringComparison.Ordinal));
            if (Directory.Exists(one.Full("content")))
                Directory.Delete(one.Full("content"), recursive: true);
            one.Write("content/posts/code.md", $"# Code\n\n```csharp file=../../{Path.GetRelativePath(one.Path, common.Path)}/Shared.cs\n```\n");
            Assert.Empty(one.Build());
        }

        await using var client = await EditorClient.StartAsync([site.Path, other.Path], EditorClient.Modern());
        var edit = (await client.RequestAsync("workspace/willRenameFiles", new JsonObject
        {
            ["files"] = new JsonArray(new JsonObject { ["oldUri"] = EditorClient.UriOf(common.Full("Shared.cs")), ["newUri"] = EditorClient.UriOf(common.Full("Common.cs")) }),
        }))!;
        Assert.Equal(
            new[] { site, other }.Select(one => EditorClient.UriOf(one.Full("content/posts/code.md"))).Order(StringComparer.Ordinal),
            edit["documentChanges"]!.AsArray().Select(change => (string)change!["textDocument"]!["uri"]!).Order(StringComparer.Ordinal));
        Assert.All(edit["documentChanges"]!.AsArray(), change => Assert.EndsWith("Common.cs", (string)change!["edits"]![0]!["newText"]!, StringComparison.Ordinal));
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
