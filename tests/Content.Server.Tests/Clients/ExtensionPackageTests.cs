using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Content.Server.Tests.Clients;

/// <summary>The package of the VS Code extension, as <c>npm ci &amp;&amp; npx vsce package</c> makes it; where nobody has made it, the test is skipped and says so.</summary>
public sealed partial class ExtensionPackageTests
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
            ["extension/LICENSE.txt", "extension/out/extension.js", "extension/package.json", "extension/readme.md"],
            files.Where(file => file.StartsWith("extension/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        // Reason: an editor reads the whole of it when it starts; a second megabyte would be something that nobody meant to bundle.
        Assert.InRange(archive.GetEntry("extension/out/extension.js")!.Length, 100_000, 1_000_000);
        using var script = new StreamReader(archive.GetEntry("extension/out/extension.js")!.Open());
        Assert.Equal(["vscode"], Foreign().Matches(script.ReadToEnd()).Select(match => match.Groups["name"].Value).Distinct().Where(name => !IsOfNode(name)));
        using var readme = new StreamReader(archive.GetEntry("extension/readme.md")!.Open());
        var text = readme.ReadToEnd();
        Assert.StartsWith("# Content for VS Code\n", text, StringComparison.Ordinal);
        Assert.Empty(Pictures().Matches(text));
    }

    [Fact]
    public void Its_page_has_pictures_that_are_there()
    {
        var pictures = Pictures().Matches(File.ReadAllText(Path.Combine(folder, "README.md")));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(Path.Combine(folder, picture.Groups["path"].Value)), picture.Value));
    }

    [Fact]
    public void Needs_nothing_but_the_client_at_run_time()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "package.json")))!;
        Assert.Equal(["vscode-languageclient"], manifest["dependencies"]!.AsObject().Select(dependency => dependency.Key));
        Assert.Equal(["workspaceContains:**/content.json", "onLanguage:markdown"], manifest["activationEvents"]!.AsArray().Select(when => (string)when!));
    }

    private static bool IsOfNode(string module) => module.StartsWith("node:", StringComparison.Ordinal)
        || module is "child_process" or "crypto" or "fs" or "net" or "os" or "path" or "url" or "util" or "worker_threads";

    /// <summary>A module that is not in the script itself.</summary>
    [GeneratedRegex("""\brequire\("(?<name>[^"]+)"\)""")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"!\[[^\]]*\]\((?<path>[^)]+)\)")]
    private static partial Regex Pictures();
}
