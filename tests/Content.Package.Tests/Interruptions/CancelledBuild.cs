using System.Diagnostics;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Interruptions;

public sealed class CancelledBuild(PackageFeed feed)
{
    [Fact]
    public async Task Stops_and_leaves_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT for another process on Windows.");
        Assert.SkipWhen(IsDeaf(), "Whoever started the tests in the background told them to ignore SIGINT, and so will the build.");
        var project = new TestProject(feed).Articles(6_000);
        project.Run("restore").Passes();
        using var build = DotNet.Start(project.Folder, "build", "app.csproj", "--no-restore", "-nologo", "-tl:off");
        var output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(project.PathOf("obj/Debug/net10.0/content/content.lock")) && !build.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        using (Process.Start("kill", ["-INT", $"{build.Id}"]))
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        // However long it takes on a machine that does other things as well: it stopped before it was done.
        Assert.False(File.Exists(project.PathOf("obj/Debug/net10.0/content/content.state")), "The articles were compiled before the build was told to stop.");
        Assert.NotEqual(0, build.ExitCode);
        Assert.DoesNotContain("error CONTENT", await output, StringComparison.Ordinal);
        Assert.False(File.Exists(project.Blob));
    }

    /// <summary>A shell without a terminal starts what is to run in the background with SIGINT ignored, and processes hand that on.</summary>
    private static bool IsDeaf()
    {
        const string Ignored = "SigIgn:";
        const string Status = "/proc/self/status";
        return File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(static line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) & 2) != 0;
    }
}
