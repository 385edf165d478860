using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>Links in the notations of other tools are followed and follow, too.</summary>
public sealed class DialectTests : IDisposable
{
    private readonly EditedSite site = new();

    public DialectTests()
    {
        site.Write("content.json", """{ "dialect": "obsidian", "collections": { "notes": { "type": "Note", "files": "**/*.md", "url": "/{slug}/" } } }""");
        site.Write("content/a.md", "# A\n\n[[Other Note]] and [[Other Note#Some Heading|there]] and [x](./Other%20Note.md#some-heading).\n");
        site.Write("content/sub/Other Note.md", "# Other\n\n## Some Heading\n\n[[a]]\n");
        site.Write("content/Other Note.md.txt", "");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_note_is_found_by_its_name()
    {
        site.Write("content/a.md", "# A\n\n[[Other Note#Some Heading|there]]\n");
        Assert.Empty(site.Build());
        await using var client = await EditorClient.StartAsync([site.Path]);
        var target = (await client.RequestAsync("textDocument/definition", EditorClient.At(site.Full("content/a.md"), 2, 5)))!;
        Assert.Equal(EditorClient.UriOf(site.Full("content/sub/Other Note.md")), (string)target[0]!["uri"]!);
        Assert.Equal(2, (int)target[0]!["range"]!["start"]!["line"]!);
    }

    [Fact]
    public async Task A_heading_that_is_named_by_its_text_keeps_its_links()
    {
        site.Write("content/a.md", "# A\n\n[[Other Note#Some Heading|there]]\n");
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var rename = EditorClient.At(site.Full("content/sub/Other Note.md"), 2, 5);
        rename["newName"] = "New Words";
        site.Apply((await client.RequestAsync("textDocument/rename", rename))!);
        Assert.Empty(site.Build());
        Assert.Equal("# A\n\n[[Other Note#New Words|there]]\n", site.Read("content/a.md"));
    }

    [Fact]
    public async Task A_note_with_another_name_keeps_its_links()
    {
        site.Write("content/a.md", "# A\n\n[[Other Note]] [[Other Note#Some Heading|there]]\n");
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        var edit = await client.RequestAsync("workspace/willRenameFiles", new JsonObject
        {
            ["files"] = new JsonArray(new JsonObject
            {
                ["oldUri"] = EditorClient.UriOf(site.Full("content/sub/Other Note.md")), ["newUri"] = EditorClient.UriOf(site.Full("content/sub/Second Note.md")),
            }),
        });
        site.Apply(edit!);
        File.Move(site.Full("content/sub/Other Note.md"), site.Full("content/sub/Second Note.md"));
        Assert.Empty(site.Build());
        Assert.Equal("# A\n\n[[Second Note]] [[Second Note#Some Heading|there]]\n", site.Read("content/a.md"));
    }

    [Fact]
    public async Task A_path_from_the_root_in_a_tools_own_notation_follows_a_move()
    {
        using var docs = new EditedSite();
        docs.Write("content.json", """{ "dialect": "docfx", "collections": { "pages": { "type": "Page", "files": "**/*.md" } } }""");
        docs.Write("content/index.md", "# A\n\n[b](~/articles/b.md#b) ![p](~/media/p.png) [c](articles/b.md)\n");
        docs.Write("content/articles/b.md", "# B\n\n[a](~/index.md)\n");
        docs.Write("content/media/p.png", "p");
        Assert.Empty(docs.Build());
        await using var client = await EditorClient.StartAsync([docs.Path], EditorClient.Modern());
        var edit = await client.RequestAsync("workspace/willRenameFiles", new JsonObject
        {
            ["files"] = new JsonArray(
                new JsonObject { ["oldUri"] = EditorClient.UriOf(docs.Full("content/articles/b.md")), ["newUri"] = EditorClient.UriOf(docs.Full("content/guides/deep/b2.md")) },
                new JsonObject { ["oldUri"] = EditorClient.UriOf(docs.Full("content/media/p.png")), ["newUri"] = EditorClient.UriOf(docs.Full("content/images/q.png")) }),
        });
        docs.Apply(edit!);
        Directory.CreateDirectory(docs.Full("content/guides/deep"));
        Directory.CreateDirectory(docs.Full("content/images"));
        File.Move(docs.Full("content/articles/b.md"), docs.Full("content/guides/deep/b2.md"));
        File.Move(docs.Full("content/media/p.png"), docs.Full("content/images/q.png"));
        Assert.Equal("# A\n\n[b](~/guides/deep/b2.md#b) ![p](~/images/q.png) [c](guides/deep/b2.md)\n", docs.Read("content/index.md"));
        Assert.Empty(docs.Build());
    }
}
