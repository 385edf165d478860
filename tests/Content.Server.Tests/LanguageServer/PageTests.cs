using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>Pages of the program in an editor: their routes and links count as they are saved, and as they are typed where the editor sends them.</summary>
public sealed class PageTests : IDisposable
{
    private readonly EditedSite site = new();

    public PageTests()
    {
        site.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "posts/**/*.md" } } }""");
        site.Write("content/posts/a.md", "[weather](/weather)\n");
    }

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_page_that_comes_after_the_build_answers_and_its_links_are_checked(bool clientWatchesItsFolders)
    {
        var capabilities = EditorClient.Modern();
        if (clientWatchesItsFolders)
            capabilities["workspace"]!["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = true, ["relativePatternSupport"] = true };
        await using var client = await EditorClient.StartAsync([site.Path], capabilities);
        Assert.Contains("content/posts/a.md(1,11,1,19): error CONTENT2001", Assert.Single(await client.PullAsync(site.Path)), StringComparison.Ordinal);
        Save("Pages/Weather.razor", "@page \"/weather\"\n");
        await UntilAsync(client, []);
        Save("Pages/Weather.razor", "@page \"/weather\"\n<a href=\"/posts/b/\">b</a>\n");
        await UntilAsync(client, ["Pages/Weather.razor"]);
        Save("content/posts/b.md", "# B\n");
        await UntilAsync(client, []);
        File.Delete(site.Full("Pages/Weather.razor"));
        if (clientWatchesItsFolders)
            Tell("Pages/Weather.razor");
        await UntilAsync(client, ["content/posts/a.md"]);

        void Save(string file, string text)
        {
            site.Write(file, text);
            if (clientWatchesItsFolders)
                Tell(file);
        }

        void Tell(string file) => client.Notify("workspace/didChangeWatchedFiles", new JsonObject
        {
            ["changes"] = new JsonArray(new JsonObject { ["uri"] = new Uri(site.Full(file)).AbsoluteUri, ["type"] = File.Exists(site.Full(file)) ? 2 : 3 }),
        });
    }

    private async Task UntilAsync(EditorClient client, string[] files)
    {
        string[] said = [];
        for (var tries = 0; tries < 300; tries++)
        {
            said = [.. (await client.PullAsync(site.Path)).Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)])];
            if (said.SequenceEqual(files, StringComparer.Ordinal))
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(files, said);
    }
}
