using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class Watching(PackageFeed feed)
{
    private const string Program = """
        Console.WriteLine("Started with " + string.Join(", ", Catalog.Articles.Select(article => article.Title + " " + article.Body.Text.Trim())) + ".");
        Thread.Sleep(Timeout.Infinite);
        """;

    /// <summary>Says what is shown, whenever it is something else.</summary>
    private const string FollowingProgram = """
        var shown = Page.Text;
        Console.WriteLine($"Started with {shown}.");
        for (; ; Thread.Sleep(50))
        {
            if (Page.Text != shown)
                Console.WriteLine($"Now {shown = Page.Text}.");
        }

        static class Page
        {
            public static string Text => string.Join(", ", Catalog.Articles.Select(article => article.Title + " " + article.Body.Text.Trim())) + Mark;

            private static string Mark => "";
        }
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
    public void Is_not_told_of_the_articles_that_a_web_site_follows_by_itself()
    {
        var project = new TestProject(feed, sdk: "Microsoft.NET.Sdk.Web").Article("a.md", "A").Write("content.json", "{}");
        project.Run("restore").Passes();

        Assert.Equal(["content.json"], ContentIn(DotNet.Run(project.Folder, "watch", "--list").Output));

        project.Write("Directory.Build.props", "<Project><PropertyGroup><ContentLive>false</ContentLive></PropertyGroup></Project>");
        Assert.Equal(["content.json", "content/a.md"], ContentIn(DotNet.Run(project.Folder, "watch", "--list").Output));

        IEnumerable<string> ContentIn(string listed) => listed.Split('\n')
            .Select(line => line.Replace(project.Folder + "/", "", StringComparison.Ordinal))
            .Where(line => line.StartsWith("content", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Reloads_code_and_a_new_symbol_into_a_site_that_reloads_its_articles()
    {
        var project = Following(new TestProject(feed, sdk: "Microsoft.NET.Sdk.Web")).Article("a.md", "A", body: "once").Write("Program.cs", FollowingProgram);
        await using var watch = new WatchedOutput(project.Folder, "watch", "run");

        await watch.Says("Started with A once.", "Waiting for changes");
        project.Article("a.md", "A", body: "twice");
        await watch.Says("Now A twice.");
        project.Write("Program.cs", FollowingProgram.Replace("=> \"\"", "=> \", mark\"", StringComparison.Ordinal));
        await watch.Says("Now A twice, mark.");
        project.Article("a.md", "A", body: "again");
        await watch.Says("Now A again, mark.");
        project.Article("b.md", "B", "2020-01-02", "new");
        await watch.Says("Now A again, B new, mark.");
        project.Write("Program.cs", FollowingProgram.Replace("=> \"\"", "=> \", symbol \" + Catalog.Articles.B.Title", StringComparison.Ordinal));
        await watch.Says("Now A again, B new, symbol B.");

        Assert.Equal(1, watch.Said.Split("Started with").Length - 1);
        Assert.DoesNotContain("ENC0011", watch.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starts_again_without_a_question_with_a_new_article_that_changes_numbers()
    {
        var project = Following(new TestProject(feed)).Article("b.md", "B", body: "once").Write("Program.cs", FollowingProgram.Replace("=> \"\"", "=> \", \" + Catalog.Articles[ArticleId.B].Title", StringComparison.Ordinal))
            .Write("content.json", """{ "collections": { "articles": { "type": "Article", "files": "*.md", "symbols": "ids", "fields": { "title": "string", "date": "date" } } } }""");
        await using var watch = new WatchedOutput(project.Folder, "watch", "run");

        await watch.Says("Started with B once, B.", "Waiting for changes");
        project.Article("a.md", "A", "2020-01-02", "new");
        await watch.Says("Started with A new, B once, B.");
    }

    private static TestProject Following(TestProject project) => project.Write("Properties/launchSettings.json", """
        { "profiles": { "app": { "commandName": "Project", "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development" } } } }
        """);
}
