using System.Text.Json.Nodes;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

/// <summary>An editor finds the compiler of the build by a property of the project, starts it, and hears what the build says.</summary>
public sealed class EditorSession(PackageFeed feed)
{
    private const string Text = "---\ntitle: A\ndate: 2026-11-23\n---\n\nSee [the other](./othr.md).\n";

    [Fact]
    public async Task The_server_of_the_package_says_what_the_build_says()
    {
        var project = new TestProject(feed).Article("other.md", "Other").Write("content/a.md", Text);
        project.Run("restore").Passes();
        var server = DotNet.Run(project.Folder, "msbuild", "-getProperty:ContentServer").Output.Trim();
        Assert.True(File.Exists(server), $"'{server}' does not exist.");
        Assert.StartsWith(Path.Combine(feed.Folder, "packages"), server, StringComparison.Ordinal);

        using var editor = new PackedServer(server, project.Folder);
        var hello = await editor.AskAsync("initialize", new JsonObject { ["processId"] = Environment.ProcessId, ["rootUri"] = UriOf(project.Folder), ["capabilities"] = new JsonObject() });
        Assert.Equal("Content.Server", (string)hello!["serverInfo"]!["name"]!);
        Assert.StartsWith(feed.Version, (string)hello["serverInfo"]!["version"]!, StringComparison.Ordinal);
        await editor.TellAsync("initialized", new JsonObject());
        var uri = UriOf(project.PathOf("content/a.md"));
        await editor.TellAsync("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "markdown", ["version"] = 1, ["text"] = Text } });

        var heard = await editor.HearAsync("textDocument/publishDiagnostics");
        while ((string)heard["uri"]! != uri || heard["diagnostics"]!.AsArray().Count == 0)
            heard = await editor.HearAsync("textDocument/publishDiagnostics");
        var wrong = Assert.Single(heard["diagnostics"]!.AsArray())!;
        var start = wrong["range"]!["start"]!;
        Assert.Equal("CONTENT2001", (string)wrong["code"]!);
        Assert.True(File.Exists(new Uri((string)wrong["codeDescription"]!["href"]!).LocalPath));
        project.Build().Fails($"content/a.md({(int)start["line"]! + 1},{(int)start["character"]! + 1},6,26): error CONTENT2001: {wrong["message"]}");

        var offered = await editor.AskAsync("textDocument/completion", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri },
            ["position"] = new JsonObject { ["line"] = 5, ["character"] = 20 },
        });
        Assert.Contains("./other.md", offered!["items"]!.AsArray().Select(item => (string)item!["label"]!));

        await editor.AskAsync("shutdown", null);
        await editor.TellAsync("exit", null);
        Assert.Equal(0, await editor.EndAsync());
    }

    private static string UriOf(string path) => new Uri(path).AbsoluteUri;
}
