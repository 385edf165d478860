using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Publishing;

public sealed class OlderFramework(PackageFeed feed)
{
    [Fact]
    public void A_project_for_net8_runs_on_what_is_there()
    {
        var project = new TestProject(feed, "<RollForward>Major</RollForward>", framework: "net8.0").Article("a.md", "A");

        project.Build().Passes();

        Assert.Equal(["2026-11-23 A /a/"], project.Output());
    }
}
