using System.Text.Json.Nodes;

namespace Content.Site.Tests;

/// <summary>The example site once more, with articles that a test may edit, running from a copy of its build output.</summary>
internal sealed class CopiedSite : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    private CopiedSite(string environment, bool follows, string[] settings)
    {
        foreach (var path in new[] { "content", "content.json" })
            Copy(Path.Combine(SiteProcess.Sources, path), folder.Full(path));
        var output = folder.Full("output");
        Copy(SiteProcess.Output, output);
        var live = Path.Combine(output, "ExampleSite.content.live");
        if (follows)
            File.WriteAllText(live, Describe(File.ReadAllText(live)));
        else
            File.Delete(live);
        Process = new SiteProcess(folder.Path, output, environment, settings);
    }

    public SiteProcess Process { get; }

    /// <param name="environment">The ASP.NET Core environment.</param>
    /// <param name="follows">Whether what a program needs to follow its articles lies there; it is not published.</param>
    /// <param name="settings">Of the site, each as <c>--Name=value</c>.</param>
    public static async Task<CopiedSite> Start(string environment = "Development", bool follows = true, params string[] settings)
    {
        var site = new CopiedSite(environment, follows, settings);
        await site.Process.InitializeAsync();
        return site;
    }

    public string PathOf(string path) => folder.Full(path);

    /// <summary>Saves an article.</summary>
    public void Edit(string path, Func<string, string> edit) => File.WriteAllText(PathOf(path), edit(File.ReadAllText(PathOf(path))));

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>What the build left, for the copy: with a compiler of its own, which is found by the name of its channel.</summary>
    private string Describe(string built)
    {
        var project = JsonNode.Parse(built.Replace(SiteProcess.Sources, folder.Path, StringComparison.Ordinal))!;
        project["channel"] = $"content-test-{Guid.NewGuid():N}";
        return project.ToJsonString();
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in Directory.EnumerateFileSystemEntries(from))
            Copy(entry, Path.Combine(to, Path.GetFileName(entry)));
    }
}
