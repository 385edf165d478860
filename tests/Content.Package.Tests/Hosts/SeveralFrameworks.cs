using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class SeveralFrameworks(PackageFeed feed)
{
    [Fact]
    public void Are_built_at_once()
    {
        var project = new TestProject(feed, framework: "net8.0;net10.0").Article("a.md", "A").Write("content/loose.md", TestProject.EmptyLink);

        var outcome = project.Build("-m");

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Equal(["CONTENT2010", "CONTENT2010"], outcome.Codes);
        Assert.Equal(
            File.ReadAllBytes(project.PathOf("obj/Debug/net8.0/content/Content.Catalog")),
            File.ReadAllBytes(project.PathOf("obj/Debug/net10.0/content/Content.Catalog")));
        Assert.Equal(["2026-11-23 A /a/", "2026-01-02 Loose /loose/"], project.Output(project.PathOf("bin/Debug/net10.0/app.dll")));
    }
}
