using System.Diagnostics;
using Content.Compiler.Sources;

namespace Content.Compiler.Tests.Reports;

/// <summary>A report goes into a regular file, through links, and never over anything else.</summary>
public sealed class ReportPlaceTests : IDisposable
{
    private readonly ReportFolder folder = new();

    public ReportPlaceTests() => Directory.CreateDirectory(Path.GetDirectoryName(folder.File)!);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_symbolic_link_is_followed_and_stays(bool exists)
    {
        var real = Path.Combine(folder.Root, "elsewhere", "real.sarif");
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        if (exists)
            await File.WriteAllTextAsync(real, "old", TestContext.Current.CancellationToken);
        var between = Path.Combine(folder.Root, "between");
        File.CreateSymbolicLink(between, real);
        File.CreateSymbolicLink(folder.File, between);
        Assert.Null(folder.Write());
        Assert.Equal(between, new FileInfo(folder.File).LinkTarget);
        Assert.Null(new FileInfo(real).LinkTarget);
        Assert.Equal(0, (await folder.ReadAsync()).GetProperty("results").GetArrayLength());
        Assert.Equal([real], Directory.EnumerateFiles(Path.GetDirectoryName(real)!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pipe_is_refused_and_stays(bool isLinked)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        var pipe = isLinked ? Path.Combine(folder.Root, "pipe") : folder.File;
        using (var made = Process.Start("mkfifo", pipe))
            made.WaitForExit();
        if (isLinked)
            File.CreateSymbolicLink(folder.File, pipe);
        Refuses("It is a pipe, a socket or a device.");
        Assert.Equal([folder.File], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder.File)!));
        Assert.True(RegularFile.IsSpecial(pipe));
    }

    [Fact]
    public void A_device_is_refused_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no devices in folders.");
        File.CreateSymbolicLink(folder.File, "/dev/null");
        Refuses("It is a pipe, a socket or a device.");
        Assert.Equal("/dev/null", new FileInfo(folder.File).LinkTarget);
        Assert.True(RegularFile.IsSpecial("/dev/null"));
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        var other = Path.Combine(folder.Root, "other");
        File.CreateSymbolicLink(folder.File, other);
        File.CreateSymbolicLink(other, folder.File);
        Assert.Equal("CONTENT9002", folder.Write()?.Code);
    }

    private void Refuses(string why)
    {
        var error = folder.Write();
        Assert.Equal("CONTENT9002", error?.Code);
        Assert.Contains(why, error!.Message, StringComparison.Ordinal);
    }
}
