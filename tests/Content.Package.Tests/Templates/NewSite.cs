using System.Net.Http;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.Templates;

/// <summary>What <c>dotnet new</c> makes is a site that builds without a warning, runs, and is exported.</summary>
public sealed class NewSite(PackageFeed feed)
{
    [Theory]
    [InlineData("content-blog", "1st My-Blog.net", "/2026/hello-world/", "2026/links-are-checked/index.html")]
    [InlineData("content-docs", "2026", "/guide/install/", "guide/writing/index.html")]
    public async Task Is_created_built_run_and_exported(string template, string name, string page, string file)
    {
        var folder = feed.NewFolder("new");
        var hive = Path.Combine(folder, "hive");
        Succeed(folder, "new", "install", feed.PathOf("Content.Templates"), "--debug:custom-hive", hive);
        Succeed(folder, "new", template, "-n", name, "-o", name, "--skipRestore", "--debug:custom-hive", hive);
        var project = Path.Combine(folder, name);
        DotNet.Run(project, "build", DotNet.WithoutNodesThatStay, "-tl:off").Passes();

        Succeed(project, "run", "--no-build", "--no-launch-profile", "--", "--export", "dist", "--base", "/there");
        Assert.Contains("/there/site.css", File.ReadAllText(Path.Combine(project, "dist", file)), StringComparison.Ordinal);
        Assert.Contains(name, File.ReadAllText(Path.Combine(project, "dist", "index.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(project, "dist", "404.html")));

        using var process = DotNet.Start(project, "run", "--no-build", "--no-launch-profile", "--", "--urls", "http://127.0.0.1:0");
        try
        {
            var address = "";
            while (address.Length == 0 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                address = line.Split("Now listening on: ").ElementAtOrDefault(1) ?? "";
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            Assert.Contains("<h1>", await client.GetStringAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static void Succeed(string folder, params string[] arguments)
    {
        var outcome = DotNet.Run(folder, arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Output);
    }
}
