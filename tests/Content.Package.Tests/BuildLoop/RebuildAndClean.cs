using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.BuildLoop;

public sealed class RebuildAndClean(PackageFeed feed)
{
    [Fact]
    public void Rebuild_is_a_build_like_the_first()
    {
        var project = new TestProject(feed).Article("a.md", "A");
        project.Build().Passes();

        project.Build("-t:Rebuild").Passes();

        Assert.Equal(["2026-11-23 A /a/"], project.Output());
    }

    [Theory]
    [InlineData("-t:Rebuild")]
    [InlineData("--no-incremental")]
    public void Rebuild_believes_no_time(string argument)
    {
        var project = new TestProject(feed).Article("a.md", "A");
        project.Build().Passes();
        foreach (var file in (string[])[project.PathOf("content/a.md"), project.Generated, project.Blob])
            KeepTime(file);

        project.Build("--no-restore", argument).Passes();

        Assert.Equal(["2026-11-23 Z /a/"], project.Output());

        // Another text of the same length and time.
        static void KeepTime(string file)
        {
            var time = File.GetLastWriteTimeUtc(file);
            var bytes = File.ReadAllBytes(file);
            bytes[Array.LastIndexOf(bytes, (byte)'A')] = (byte)'Z';
            File.WriteAllBytes(file, bytes);
            File.SetLastWriteTimeUtc(file, time);
        }
    }

    [Fact]
    public void Clean_leaves_nothing_even_after_a_build_that_did_nothing()
    {
        var project = new TestProject(feed).Article("a.md", "A");
        project.Build().Passes();
        project.Build("--no-restore").Passes();

        project.Run("clean").Passes();

        Assert.Empty(project.FilesBelow("bin"));
        Assert.Empty(project.FilesBelow("obj/Debug/net10.0/content"));
        Assert.Equal(["content/a.md"], project.FilesBelow("content"));
    }

    [Fact]
    public void Clean_leaves_nothing_after_a_failed_build()
    {
        var project = new TestProject(feed).Article("a.md", "A", "never");
        project.Build();

        project.Run("clean").Passes();

        Assert.Empty(project.FilesBelow("obj/Debug/net10.0/content"));
    }
}
