using System.Text;
using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>Clients that make mistakes, die or lie: the server lives, and answers the next question.</summary>
public sealed class HostileClientTests : IDisposable
{
    private readonly EditedSite site = new();

    public HostileClientTests()
    {
        site.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "**/*.md" } } }""");
        site.Write("content/a.md", "# A\n\n[b](b.md)\n");
    }

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("garbage without any header")]
    [InlineData("Content-Length: x\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n{}")]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Content-Length: 3\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"x\"}")]
    [InlineData("Content-Length: 4000\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"x\"}")]
    [InlineData("Content-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: 4\r\n\r\nnull")]
    [InlineData("Content-Length: 33\r\n\r\n{\"jsonrpc\":\"1.0\",\"method\":\"hover\"}")]
    [InlineData("Content-Length: 41\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"hover\"}")]
    [InlineData("Content-Length: 46\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"x\",\"params\":5}")]
    [InlineData("Content-Type: a\r\nContent-Length: 8\r\nX: y\r\n\r\n\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007")]
    [InlineData("\r\n\r\n\r\n\r\n")]
    public async Task What_is_no_message_is_dropped(string bytes)
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        client.SendBytes(Encoding.UTF8.GetBytes(bytes));
        await AssertLivesAsync(client);
    }

    [Theory]
    [InlineData("textDocument/hover", "{}")]
    [InlineData("textDocument/hover", "{\"textDocument\":5}")]
    [InlineData("textDocument/hover", "{\"textDocument\":{\"uri\":null},\"position\":{\"line\":0,\"character\":0}}")]
    [InlineData("textDocument/hover", "[1,2,3]")]
    [InlineData("textDocument/completion", "{\"textDocument\":{\"uri\":\"file:///x\"},\"position\":{\"line\":\"a\"}}")]
    [InlineData("textDocument/rename", "{\"textDocument\":{\"uri\":\"file:///x\"}}")]
    [InlineData("workspace/willRenameFiles", "{\"files\":[{\"oldUri\":7}]}")]
    [InlineData("no/such/method", "{}")]
    public async Task What_cannot_be_asked_is_answered_with_an_error(string method, string parameters)
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        Assert.NotNull(await client.ErrorOfAsync(method, JsonNode.Parse(parameters)));
        await AssertLivesAsync(client);
    }

    [Theory]
    [InlineData("untitled:Untitled-1")]
    [InlineData("git:/a.md?x")]
    [InlineData("https://example.org/a.md")]
    [InlineData("file://server/share/a.md")]
    [InlineData("file:///%00")]
    [InlineData("file:///%E0%A4%A")]
    [InlineData("file:///..%2f..%2fetc/passwd")]
    [InlineData("file:///")]
    [InlineData("not a uri")]
    [InlineData("")]
    [InlineData("file:///tmp/outside-of-every-project.md")]
    public async Task A_file_of_no_project_is_nobody_s(string uri)
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        client.Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "markdown", ["version"] = 1, ["text"] = "[x](gone.md)" } });
        client.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = "y" }),
        });
        Assert.Null(await client.RequestAsync("textDocument/hover", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = EditorClient.Position(0, 1) }));
        client.Notify("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        await AssertLivesAsync(client);
    }

    [Fact]
    public async Task Versions_out_of_order_and_places_past_the_end_are_borne()
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        var path = site.Full("content/a.md");
        client.Change(path, 7, new JsonObject { ["text"] = "not open yet" });
        client.Open(path, "# A\n", version: 5);
        client.Change(path, 3, new JsonObject { ["range"] = EditorClient.Range(900, 900, 901, 0), ["text"] = "\n[b](b.md)\n" });
        client.Change(path, 3, new JsonObject { ["range"] = EditorClient.Range(1, 5, 0, 0), ["text"] = "" });
        client.Change(path, 4, new JsonObject { ["range"] = EditorClient.Range(-3, -1, 0, int.MaxValue), ["text"] = "# B" });
        client.Change(path, 4);
        client.Close(path);
        client.Close(path);
        foreach (var (line, column) in (List<(int, int)>)[(int.MaxValue, int.MaxValue), (-1, -1), (0, 100_000)])
            Assert.Null(await client.ErrorOfAsync("textDocument/prepareRename", EditorClient.At(path, line, column)));
        await AssertLivesAsync(client);
    }

    [Fact]
    public async Task A_client_that_is_gone_ends_the_server()
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        client.Hang();
        Assert.Equal(1, await client.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_clients_of_one_project_each_see_their_own_texts()
    {
        await using var one = await EditorClient.StartAsync([site.Path]);
        await using (var other = await EditorClient.StartAsync([site.Path]))
        {
            one.Open(site.Full("content/a.md"), "# A\n\n[one](one.md)\n");
            other.Open(site.Full("content/a.md"), "# A\n\n[other](other.md)\n");
            Assert.Contains("'one.md'", Assert.Single(await one.PullAsync(site.Path)), StringComparison.Ordinal);
            Assert.Contains("'other.md'", Assert.Single(await other.PullAsync(site.Path)), StringComparison.Ordinal);
        }

        Assert.Contains("'one.md'", Assert.Single(await one.PullAsync(site.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_before_the_beginning_and_after_the_end_is_refused()
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        Assert.Equal(-32600, await client.ErrorOfAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() }));
        await client.RequestAsync("shutdown", null);
        Assert.Equal(-32600, await client.ErrorOfAsync("textDocument/hover", EditorClient.At(site.Full("content/a.md"), 0, 0)));
        client.Notify("exit", null);
        Assert.Equal(0, await client.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_configuration_that_is_broken_is_said_and_put_right_again()
    {
        await using var client = await EditorClient.StartAsync([site.Path]);
        var path = site.Full("content.json");
        client.Open(path, "{ \"collections\": ");
        Assert.Contains(await client.PullAsync(site.Path), line => line.Contains("CONTENT0002", StringComparison.Ordinal));
        Assert.Null(await client.RequestAsync("textDocument/definition", EditorClient.At(site.Full("content/a.md"), 2, 5)));
        client.Close(path);
        await AssertLivesAsync(client);
    }

    [Fact]
    public async Task A_project_that_does_not_evaluate_is_said_with_the_code_of_msbuild()
    {
        using var broken = new TemporaryFolder();
        broken.Write("Broken.csproj", "<Project><ItemGroup><PackageReference Include=\"Content.Build\"");
        broken.Write("content/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n[b](b.md)\n");
        await using var client = await EditorClient.StartAsync([broken.Path]);
        Assert.Contains(await client.PullAsync(broken.Path), line => line.Contains("CONTENT2001", StringComparison.Ordinal));
        Assert.Contains(client.Notifications, message => (string)message["method"]! == "window/showMessage" && ((string)message["params"]!["message"]!).Contains("MSB4025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_a_document_holds_makes_the_server_look_outside()
    {
        using var secret = new TemporaryFolder();
        secret.Write("secret.md", "# Secret\n");
        await using var client = await EditorClient.StartAsync([site.Path]);
        var path = site.Full("content/a.md");
        var escape = Path.GetRelativePath(site.Full("content"), secret.Full("secret.md")).Replace('\\', '/');
        client.Open(path, $"# A\n\n[x]({escape}#secret) [y](file://{secret.Full("secret.md")})\n");
        Assert.Null(await client.RequestAsync("textDocument/definition", EditorClient.At(path, 2, 6)));
        var hover = await client.RequestAsync("textDocument/hover", EditorClient.At(path, 2, 6));
        Assert.DoesNotContain("Secret", hover?.ToJsonString() ?? "", StringComparison.Ordinal);
        var completion = await client.RequestAsync("textDocument/completion", EditorClient.At(path, 2, 4 + escape.LastIndexOf('/') + 1));
        Assert.DoesNotContain("secret.md", completion?.ToJsonString() ?? "", StringComparison.Ordinal);
    }

    private async Task AssertLivesAsync(EditorClient client)
    {
        Assert.Equal(["content/a.md(3,5,3,9): error CONTENT2001: Link target 'b.md' does not exist."], await client.PullAsync(site.Path));
    }
}
