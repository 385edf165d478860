using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Adoption;

/// <summary>An old repository switches it on: what is there is accepted, and only what is new fails.</summary>
public sealed class AcceptedFaults(PackageFeed feed)
{
    private const string New = "content/new.md(6,5,6,14): error CONTENT2001: Link target './gone.md' does not exist.";

    [Fact]
    public void Are_messages_and_only_new_faults_fail()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "[x](./gone.md)").Write("content/b.md", "---\ndate: never\n---\n");
        Assert.Equal(1, project.Build().ExitCode);

        project.Build("-t:AcceptContentBaseline").Passes();

        Assert.Equal(4, File.ReadAllLines(project.PathOf("content.baseline.txt")).Length);
        var built = project.Build().Passes();
        Assert.Contains(": message CONTENT2001:", built.Output, StringComparison.Ordinal);
        Assert.Equal(2, project.Output().Length);
        project.Build("--no-restore").Passes();
        project.Article("new.md", "New", body: "[x](./gone.md)").Build().Fails(New);
    }

    [Fact]
    public void Are_taken_out_when_they_are_corrected()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "[x](./gone.md)").Article("b.md", "B", body: "[x](./gone.md)");
        project.Build("-t:AcceptContentBaseline").Passes();
        project.Article("a.md", "A").Article("new.md", "New", body: "[x](./gone.md)");

        var outcome = project.Build();
        Assert.Equal(["CONTENT2022", "CONTENT2001"], outcome.Codes);
        Assert.StartsWith("content.baseline.txt(2,1,2,", outcome.Diagnostics[0], StringComparison.Ordinal);

        project.Build("-t:AcceptContentBaseline", "-p:ContentBaselineMode=shrink").Passes();
        project.Build().Fails(New);
        Assert.Equal(2, File.ReadAllLines(project.PathOf("content.baseline.txt")).Length);
    }

    [Fact]
    public void Can_be_accepted_for_several_frameworks_at_once()
    {
        var project = new TestProject(feed, framework: "net8.0;net10.0").Article("a.md", "A", body: "[x](./gone.md)");
        project.Build("-t:AcceptContentBaseline").Passes();
        project.Build().Passes();
        project.Article("a.md", "A").Build("-p:ContentBaselineMode=shrink").Passes();
        Assert.Equal(["# content.baseline 1"], File.ReadAllLines(project.PathOf("content.baseline.txt")));
    }

    [Fact]
    public void Of_a_folder_are_lowered_by_editorconfig()
    {
        var project = new TestProject(feed).Article("old/a.md", "A", body: "[x](./gone.md)").Article("b.md", "B");
        project.Write(".editorconfig", "root = true\n\n[content/old/**]\ndotnet_diagnostic.CONTENT2001.severity = warning\n");
        project.Build().Passes("content/old/a.md(6,5,6,14): warning CONTENT2001: Link target './gone.md' does not exist.");
        project.Write(".editorconfig", "root = true\n\n[content/old/**]\ndotnet_analyzer_diagnostic.category-Content.severity = none\n");
        project.Build("--no-restore").Passes();
        project.Write(".editorconfig", "root = true\n").Write(".globalconfig", "is_global = true\ndotnet_diagnostic.CONTENT2001.severity = suggestion\n");
        project.Build("--no-restore").Passes();
    }

    [Fact]
    public void Are_left_out_of_the_review_which_has_the_others()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "[x](./gone.md)");
        project.Build("-t:AcceptContentBaseline").Passes();
        project.Article("new.md", "New", body: "[x](./gone.md)");
        var outcome = project.Build("-p:ContentAnnotations=github", $"-p:GITHUB_STEP_SUMMARY={project.PathOf("summary.md")}");
        Assert.Equal(
            ["::error file=content/new.md,line=6,endLine=6,col=5,endColumn=13,title=CONTENT2001::Link target './gone.md' does not exist."],
            outcome.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("::", StringComparison.Ordinal)));
        Assert.Contains("**1 error, 0 warnings**. 1 fault accepted in the baseline.", File.ReadAllText(project.PathOf("summary.md")), StringComparison.Ordinal);

        var azure = project.Build("-p:TF_BUILD=True");
        Assert.Contains("##vso[task.logissue type=error;sourcepath=content/new.md;linenumber=6;columnnumber=5;code=CONTENT2001]", azure.Output, StringComparison.Ordinal);
        Assert.Contains("##vso[task.uploadsummary]", azure.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("::error", project.Build("-p:TF_BUILD=True", "-p:ContentAnnotations=none").Output, StringComparison.Ordinal);
    }
}
