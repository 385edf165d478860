using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>A client that asks what is wrong in the workspace, and asks again as soon as it knows.</summary>
public sealed class DiagnosticPullTests : IDisposable
{
    private readonly EditedSite site = new();

    public DiagnosticPullTests()
    {
        site.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "**/*.md" } } }""");
        site.Write("content/a.md", "# A\n\n[b](b.md)\n");
        site.Write("content/c.md", "# C\n");
    }

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Who_knows_everything_is_answered_when_something_is_new()
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        client.Open(site.Full("content/c.md"), "# C\n");
        var known = await PullAsync(client, []);
        Assert.Equal(["full"], known["items"]!.AsArray().Select(item => (string)item!["kind"]!));

        var asked = PullAsync(client, known["items"]!.AsArray());
        // What changes nothing that is wrong is no news, and other questions are answered meanwhile.
        client.Change(site.Full("content/c.md"), 2, new JsonObject { ["text"] = "# C\n\nMore.\n" });
        Assert.Empty((await client.RequestAsync("textDocument/diagnostic", EditorClient.Of(site.Full("content/c.md"))))!["items"]!.AsArray());
        Assert.False(asked.IsCompleted);

        client.Change(site.Full("content/c.md"), 3, new JsonObject { ["text"] = "# C\n\n[d](d.md)\n" });
        var news = (await asked)["items"]!.AsArray();
        Assert.Equal("unchanged", (string)news.Single(item => ((string)item!["uri"]!).EndsWith("a.md", StringComparison.Ordinal))!["kind"]!);
        Assert.Contains("d.md", news.Single(item => ((string)item!["uri"]!).EndsWith("c.md", StringComparison.Ordinal))!.ToJsonString(), StringComparison.Ordinal);

        // A fault that goes is news, too.
        var next = PullAsync(client, news);
        client.Change(site.Full("content/c.md"), 4, new JsonObject { ["text"] = "# C\n" });
        Assert.Empty((await next)["items"]!.AsArray().Single(item => ((string)item!["uri"]!).EndsWith("c.md", StringComparison.Ordinal))!["items"]!.AsArray());
    }

    private static async Task<JsonNode> PullAsync(EditorClient client, JsonArray known) => (await client.RequestAsync("workspace/diagnostic", new JsonObject
    {
        ["previousResultIds"] = new JsonArray([.. known.Select(item => (JsonNode)new JsonObject { ["uri"] = item!["uri"]!.DeepClone(), ["value"] = item["resultId"]!.DeepClone() })]),
    }))!;
}
