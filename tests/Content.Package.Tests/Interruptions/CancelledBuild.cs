using System.Diagnostics;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Interruptions;

public sealed class CancelledBuild(PackageFeed feed)
{
    [Fact]
    public async Task Stops_soon_and_leaves_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT for another process on Windows.");
        Assert.SkipWhen(IsDeaf(), "Whoever started the tests in the background told them to ignore SIGINT, and so will the build.");
        var project = new TestProject(feed).Articles(6_000);
        project.Run("restore").Passes();
        using var build = DotNet.Start(project.Folder, "build", "app.csproj", "--no-restore", "-nologo", "-tl:off");
        var output = build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(project.PathOf("obj/Debug/net10.0/content/content.lock")))
            await Task.Delay(5, TestContext.Current.CancellationToken);

        var clock = Stopwatch.StartNew();
        using (Process.Start("kill", ["-INT", $"{build.Id}"]))
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        // A second is the promise; the rest is for machines that do other things as well. How long the C# compiler takes to stop is not for us to say.
        Assert.False(File.Exists(project.PathOf("obj/Debug/net10.0/content/content.state")), "The articles were compiled before the build was told to stop.");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
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
