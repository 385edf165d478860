using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class Watching(PackageFeed feed)
{
    private const string Program = """
        Console.WriteLine("Started with " + string.Join(", ", Catalog.Articles.Select(article => article.Title + " " + article.Body.Text.Trim())) + ".");
        Thread.Sleep(Timeout.Infinite);
        """;

    [Fact]
    public void Is_told_of_articles_and_configuration()
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("content/people/jane.yml", "name: Jane").Write("content.json", "{}");
        project.Run("restore").Passes();

        var listed = DotNet.Run(project.Folder, "watch", "--list").Output.Split('\n').Select(line => line.Replace(project.Folder + "/", "", StringComparison.Ordinal));

        Assert.Superset(new HashSet<string>(["Program.cs", "content.json", "content/a.md", "content/people/jane.yml"]), new HashSet<string>(listed));
    }

    [Fact]
    public async Task Starts_again_with_an_edited_article()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "once").Write("Program.cs", Program);
        await using var watch = new WatchedOutput(project.Folder, "watch", "--no-hot-reload", "--non-interactive", "run");

        await watch.Says("Started with A once.");
        project.Article("a.md", "A", body: "twice");
        await watch.Says("Started with A twice.");
    }

    [Fact]
    public async Task Starts_again_with_a_new_article_for_which_hot_reload_has_no_data()
    {
        var project = new TestProject(feed).Article("a.md", "A", "2026-01-02", "once").Write("Program.cs", Program);
        await using var watch = new WatchedOutput(project.Folder, "watch", "--non-interactive", "run");

        await watch.Says("Started with A once.");
        await watch.Says("Waiting for changes");
        project.Article("b.md", "B", body: "new");
        await watch.Says("Started with B new, A once.");
    }
}
