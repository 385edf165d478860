using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class Multithreaded(PackageFeed feed)
{
    [Fact]
    public void Runs_the_task_in_process_wherever_the_build_was_started()
    {
        var project = new TestProject(feed, folder: feed.NewFolder("multi/app")).Article("a.md", "A", body: "[b](b.md)").Article("b.md", "B");

        var outcome = DotNet.Run(feed.Folder, "build", project.PathOf("app.csproj"), "-mt", "-m", "-nologo", "-tl:off", "-v:diag");

        Assert.True(outcome.ExitCode == 0, outcome.Output);
        Assert.Contains("Using \"CompileContent\" task from assembly", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("task \"CompileContent\" from assembly \"", Launched(outcome.Output), StringComparison.Ordinal);
        Assert.Equal(["2026-11-23 A /a/", "2026-11-23 B /b/"], project.Output());
    }

    private static string Launched(string output) =>
        string.Join('\n', output.Split('\n').Where(line => line.Contains("task host", StringComparison.OrdinalIgnoreCase)));
}
