using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Paths;

public sealed class SameBytes(PackageFeed feed)
{
    [Fact]
    public void Come_from_two_folders()
    {
        var (one, two) = (Built("one"), Built("another one"));

        Assert.Equal(File.ReadAllBytes(one.Generated), File.ReadAllBytes(two.Generated));
        Assert.Equal(File.ReadAllBytes(one.Blob), File.ReadAllBytes(two.Blob));
    }

    private TestProject Built(string folder)
    {
        var project = new TestProject(feed, folder: feed.NewFolder(folder))
            .Article("a.md", "A", body: "[b](sub/b.md) ![x](x.png)").Article("sub/b.md", "B", "2026-01-02").Write("content/x.png", "no image, only a file");
        project.Build().Passes();
        return project;
    }
}
