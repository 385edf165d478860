using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Content.Server.Tests.Clients;

/// <summary>The package of the VS Code extension, as <c>npm ci &amp;&amp; npx vsce package</c> makes it; where nobody has made it, the test is skipped and says so.</summary>
public sealed class ExtensionPackageTests
{
    private static readonly string folder = Path.Combine(RepositoryRoot.Path, "src", "Content.VSCode");

    [Fact]
    public void Holds_what_runs_and_nothing_of_how_it_was_made()
    {
        var package = Directory.EnumerateFiles(folder, "*.vsix").FirstOrDefault();
        Assert.SkipWhen(package is null, "The extension is not packaged: npm ci && npx vsce package, in src/Content.VSCode");
        using var archive = ZipFile.OpenRead(package);
        var files = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(
            ["extension/LICENSE.txt", "extension/out/extension.js", "extension/out/frontMatter.js", "extension/out/projects.js", "extension/package.json", "extension/readme.md"],
            files.Where(file => file.StartsWith("extension/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["semver", "vscode-jsonrpc", "vscode-languageclient", "vscode-languageserver-protocol", "vscode-languageserver-types"],
            files.Where(file => file.StartsWith("extension/node_modules/", StringComparison.Ordinal)).Select(file => file.Split('/')[2]).Where(name => name is not ("minimatch" or "brace-expansion" or "balanced-match")).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(files, file => file.EndsWith(".ts", StringComparison.Ordinal) || file.EndsWith(".map", StringComparison.Ordinal));
    }

    [Fact]
    public void Needs_nothing_but_the_client_at_run_time()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package.json")))!;
        Assert.Equal(["vscode-languageclient"], manifest["dependencies"]!.AsObject().Select(dependency => dependency.Key));
        Assert.Equal(["workspaceContains:**/content.json", "onLanguage:markdown"], manifest["activationEvents"]!.AsArray().Select(when => (string)when!));
    }
}
