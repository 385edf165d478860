using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.BuildLoop;

public sealed class ChangedFiles(PackageFeed feed)
{
    [Fact]
    public void A_deleted_article_is_gone_and_links_to_it_break()
    {
        var project = Built("[b](b.md)");
        File.Delete(project.PathOf("content/b.md"));

        project.Build("--no-restore").Fails("content/a.md(6,5,6,9): error CONTENT2001: Link target 'b.md' does not exist.");
        project.Article("a.md", "A").Build("--no-restore").Passes();
        Assert.Equal(["2026-11-23 A /a/"], project.Output());
    }

    [Fact]
    public void A_renamed_article_has_its_new_name()
    {
        var project = Built();
        File.Move(project.PathOf("content/b.md"), project.PathOf("content/c.md"));

        project.Build("--no-restore").Passes();
        Assert.Equal(["2026-11-23 A /a/", "2026-11-23 B /c/"], project.Output());
    }

    [Fact]
    public void An_article_with_an_old_time_is_seen()
    {
        var project = Built().Article("old.md", "Old", "2001-01-01");
        File.SetLastWriteTimeUtc(project.PathOf("content/old.md"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        project.Build("--no-restore").Passes();
        Assert.Equal(["2026-11-23 A /a/", "2026-11-23 B /b/", "2001-01-01 Old /old/"], project.Output());
    }

    [Fact]
    public void Two_articles_that_change_places_are_seen()
    {
        var project = Built();
        File.Move(project.PathOf("content/a.md"), project.PathOf("content/x.md"));
        File.Move(project.PathOf("content/b.md"), project.PathOf("content/a.md"));
        File.Move(project.PathOf("content/x.md"), project.PathOf("content/b.md"));

        project.Build("--no-restore").Passes();
        Assert.Equal(["2026-11-23 B /a/", "2026-11-23 A /b/"], project.Output());
    }

    [Fact]
    public void Edited_prose_changes_the_data_and_not_the_source()
    {
        var project = Built();
        var source = File.GetLastWriteTimeUtc(project.Generated);
        var data = File.ReadAllBytes(project.Blob);

        project.Article("a.md", "A", body: "Other prose.").Build("--no-restore").Passes();

        Assert.Equal(source, File.GetLastWriteTimeUtc(project.Generated));
        Assert.NotEqual(data, File.ReadAllBytes(project.Blob));
    }

    private TestProject Built(string body = "Prose.")
    {
        var project = new TestProject(feed).Article("a.md", "A", body: body).Article("b.md", "B");
        project.Build().Passes();
        return project;
    }
}
