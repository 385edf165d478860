using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>A text of megabytes may take its time; nobody else waits for it.</summary>
public sealed class LongTextTests : IDisposable
{
    private readonly EditedSite site = new();

    public LongTextTests()
    {
        site.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "posts/**/*.md" } } }""");
        site.Write("content/posts/short.md", "# Short\n\n[a](long.md#last)\n");
        site.Write("content/posts/long.md", "# Long\n");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Is_judged_as_it_is_and_others_do_not_wait_for_it()
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(index => $"Paragraph {index} has *some* words and [a link](short.md) in it.\n\n"));
        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern());
        client.Open(site.Full("content/posts/short.md"), site.Read("content/posts/short.md"));
        client.Open(site.Full("content/posts/long.md"), "# Long\n");
        Assert.Single(await client.PullAsync(site.Path));
        var isBehind = false;
        for (var version = 2; version < 12; version++)
        {
            client.Change(site.Full("content/posts/long.md"), version, new JsonObject { ["text"] = $"# Long\n\n{text}## Last {version}\n\n[x](gone{version}.md)\n" });
            client.Change(site.Full("content/posts/short.md"), version, new JsonObject { ["text"] = $"# Short\n\n[a](none{version}.md)\n" });
            // The short one is right at once, while the long one may be any of those before.
            var report = await client.RequestAsync("textDocument/diagnostic", EditorClient.Of(site.Full("content/posts/short.md")));
            Assert.Contains($"none{version}.md", (string)Assert.Single(report!["items"]!.AsArray())!["message"]!, StringComparison.Ordinal);
            isBehind |= !client.Published.Values.Any(file => file.ToJsonString().Contains($"gone{version}.md", StringComparison.Ordinal));
        }

        Assert.True(isBehind);

        var last = await client.RequestAsync("textDocument/diagnostic", EditorClient.Of(site.Full("content/posts/long.md")));
        Assert.Contains("gone11.md", (string)Assert.Single(last!["items"]!.AsArray())!["message"]!, StringComparison.Ordinal);

        // And all is what a build says.
        site.Write("content/posts/long.md", $"# Long\n\n{text}## Last 11\n\n[x](gone11.md)\n");
        site.Write("content/posts/short.md", "# Short\n\n[a](none11.md)\n");
        Assert.Equal(site.Build().Order(StringComparer.Ordinal), (await client.PullAsync(site.Path)).Order(StringComparer.Ordinal));

        // Questions about it are answered by its text as it is now.
        client.Change(site.Full("content/posts/long.md"), 12, new JsonObject { ["text"] = $"# Long\n\n{text}[y](short.md)\n" });
        var lines = text.Count(character => character == '\n') + 2;
        var definition = await client.RequestAsync("textDocument/definition", EditorClient.At(site.Full("content/posts/long.md"), lines, 6));
        Assert.Contains("short.md", definition!.ToJsonString(), StringComparison.Ordinal);

        // Closed, the disk counts again.
        client.Close(site.Full("content/posts/long.md"));
        Assert.Equal(site.Build().Order(StringComparer.Ordinal), (await client.PullAsync(site.Path)).Order(StringComparer.Ordinal));
    }
}
