using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>Files outside of the content by which articles are others: whoever watches them, the server hears of it.</summary>
public sealed class WatchedFolderTests : IDisposable
{
    private readonly EditedSite site = new();
    private readonly TemporaryFolder code = new();

    public WatchedFolderTests()
    {
        site.Write("content.json", """{ "snippets": ["FOLDER"], "collections": { "posts": { "type": "Post", "files": "posts/**/*.md" } } }""".Replace("FOLDER", Path.GetRelativePath(site.Path, code.Path), StringComparison.Ordinal));
        site.Write("content/posts/code.md", "# Code\n\n```csharp file=One.cs region=R\n```\n");
        code.Write("One.cs", "#region R\nclass One;\n#endregion\n");
    }

    public void Dispose()
    {
        site.Dispose();
        code.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Code_that_an_article_shows_is_followed(bool clientWatchesItsFolders)
    {
        var capabilities = EditorClient.Modern();
        if (clientWatchesItsFolders)
            capabilities["workspace"]!["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = true, ["relativePatternSupport"] = true };
        await using var client = await EditorClient.StartAsync([site.Path], capabilities);
        Assert.Empty(await client.PullAsync(site.Path));
        code.Write("One.cs", "#region S\nclass One;\n#endregion\n");
        for (var tries = 0; client.PublishedBelow(site.Path).Count == 0 && tries < 400; tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Contains("CONTENT5002", Assert.Single(client.PublishedBelow(site.Path)), StringComparison.Ordinal);
        code.Write("One.cs", "#region R\nclass One;\n#endregion\n");
        for (var tries = 0; client.PublishedBelow(site.Path).Count > 0 && tries < 400; tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Empty(client.PublishedBelow(site.Path));
    }
}
