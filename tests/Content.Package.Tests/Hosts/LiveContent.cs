using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

/// <summary>A program in Development follows its articles by the compiler out of the package.</summary>
public sealed class LiveContent(PackageFeed feed)
{
    private const string Program = """
        Console.WriteLine("It was: " + Catalog.Articles.A.Body.Text.Trim());
        Catalog.Changed += () => Console.WriteLine("It is: " + Catalog.Articles.A.Body.Text.Trim());
        Thread.Sleep(Timeout.Infinite);
        """;

    [Fact]
    public async Task A_saved_article_is_shown_without_a_build()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "once").Write("Program.cs", Program);
        // Otherwise off where the variable CI says that this is a build server.
        project.Build("-p:ContentLive=true").Passes();
        await using var program = new WatchedOutput(project.Folder, "run", "--no-build", "-e", "DOTNET_ENVIRONMENT=Development");

        await program.Says("It was: once");
        project.Article("a.md", "A", body: "twice");
        await program.Says("It is: twice");
    }
}
