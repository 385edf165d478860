using System.Diagnostics;
using System.Text.Json.Nodes;
using Content.Server.Tests.LanguageServer;

namespace Content.Server.Tests.Clients;

/// <summary>Clients that others wrote, with the server in a process of its own. Where one is not installed, its test is skipped and says so.</summary>
public sealed class ClientTests : IDisposable
{
    private static readonly string folder = Path.Combine(RepositoryRoot.Path, "tests", "Content.Server.Tests", "Clients");

    private readonly EditedSite site = new();

    public ClientTests()
    {
        site.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "posts/*.md", "fields": { "title": "string", "author": "string?" } } } }""");
        site.Write("content/posts/hello.md", "---\ntitle: Hello\nauthor: Jane\n---\n\nFirst.\n# Hello\n\nSee [second](./secnd.md) of them.\n");
        site.Write("content/posts/second.md", "---\ntitle: Second\n---\n# Second\n\n[hello](hello.md#hello)\n");
    }

    private static string Server => Path.Combine(AppContext.BaseDirectory, "Content.Server.dll");

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Neovim_shows_completes_fixes_and_renames()
    {
        RequireTool("nvim", "neovim");
        var output = site.Full("seen.json");
        var start = new ProcessStartInfo("nvim") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", Path.Combine(folder, "neovim.lua")])
            start.ArgumentList.Add(argument);
        start.Environment["CONTENT_SERVER"] = Server;
        start.Environment["CONTENT_ROOT"] = site.Path;
        start.Environment["CONTENT_OUTPUT"] = output;
        var said = await RunAsync(start);
        Assert.True(File.Exists(output), said);
        var seen = JsonNode.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken))!;
        Assert.True(seen["failure"] is null, $"{seen["failure"]}\n{said}");
        Assert.Equal("CONTENT2001", (string)seen["diagnostics"]![0]!["code"]!);
        Assert.Contains("second.md", seen["completion"]!.AsArray().Select(item => (string)item!));
        Assert.Equal("Replace with './second.md'", (string)seen["action"]!);
        Assert.Equal("See [second](./second.md) of them.", (string)seen["fixed"]!);
        Assert.Equal("# Good day", (string)seen["renamed"]!);
        Assert.Contains("[hello](hello.md#good-day)", site.Read("content/posts/second.md"), StringComparison.Ordinal);
        Assert.Empty(site.Build());
    }

    [Fact]
    public async Task The_library_of_the_protocol_gets_its_answers()
    {
        RequireTool("node", "nodejs");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "vscode-languageserver-protocol")), $"vscode-languageserver-protocol is not installed: npm ci --prefix {folder}");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(folder, "client.js"), Server, site.Path])
            start.ArgumentList.Add(argument);
        var said = await RunAsync(start);
        var seen = JsonNode.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.Equal("utf-16", (string)seen["encoding"]!);
        Assert.Equal(["CONTENT2001"], seen["codes"]!.AsArray().Select(code => (string)code!));
        Assert.Contains("second.md", seen["completion"]!.AsArray().Select(item => (string)item!));
        Assert.Contains("**title**: `string`", (string)seen["hover"]!, StringComparison.Ordinal);
        Assert.Equal(["CONTENT2001"], seen["watched"]!.AsArray().Select(code => (string)code!));
        Assert.Equal(["./zwei.md", "aliases: [/posts/second/]\n"], seen["moved"]!.AsArray().Select(text => (string)text!));
        Assert.Equal("0", seen["exit"]!.ToJsonString());
    }

    private static void RequireTool(string tool, string package)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(paths.Any(path => File.Exists(Path.Combine(path, tool))), $"'{tool}' is not installed: apt-get install {package}");
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(55));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return await errors + await output;
    }
}
