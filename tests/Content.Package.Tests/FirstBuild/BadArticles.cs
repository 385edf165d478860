using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.FirstBuild;

public sealed class BadArticles(PackageFeed feed)
{
    [Fact]
    public void Are_errors_of_the_build_at_their_places()
    {
        var project = new TestProject(feed)
            .Article("second.md", "Second")
            .Write("content/hello.md", "---\ntitle: Hello {0}\ndate: tomorrow\n---\n\n# Hello\n\nProse.\n\nGo to [the next](./secnd.md).\n")
            .Write("content/untitled.md", "Text.\n");

        project.Build().Fails(
            "content/hello.md(3,7,3,15): error CONTENT1002: 'date' must be a date such as 2026-11-23, but is 'tomorrow'.",
            "content/hello.md(10,18,10,28): error CONTENT2001: Link target './secnd.md' does not exist. Did you mean './second.md'?",
            "content/untitled.md(1,1,1,1): error CONTENT1001: Required field 'date' is missing: the article has no front matter.",
            "content/untitled.md(1,1,1,1): error CONTENT1001: Required field 'title' is missing: the article has no front matter.");

        Assert.False(File.Exists(project.Compiled));
    }
}
