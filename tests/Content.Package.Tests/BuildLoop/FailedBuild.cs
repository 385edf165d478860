using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.BuildLoop;

public sealed class FailedBuild(PackageFeed feed)
{
    private const string Error = "content/post.md(3,7,3,13): error CONTENT1002: 'date' must be a date such as 2026-11-23, but is 'never!'.";

    [Fact]
    public void Fails_again_until_it_is_fixed()
    {
        var project = new TestProject(feed).Article("post.md", "Post", "never!");

        project.Build().Fails(Error);
        project.Build("--no-restore").Fails(Error);
        project.Article("post.md", "Post", "2026-01-02").Build("--no-restore").Passes();
        Assert.Equal(["2026-01-02 Post /post/"], project.Output());
    }

    [Fact]
    public void Keeps_what_the_last_good_one_made()
    {
        var project = new TestProject(feed).Article("post.md", "Post", "2026-01-02");
        project.Build().Passes();
        var source = File.ReadAllText(project.Generated);

        project.Article("post.md", "Post", "never!").Build("--no-restore").Fails(Error);

        Assert.Equal(source, File.ReadAllText(project.Generated));
        Assert.Equal(["2026-01-02 Post /post/"], project.Output());
    }
}
