using System.Diagnostics;
using Content.Testing;

namespace Content.Build.Tests;

/// <summary>When files were last changed, asked of a real git.</summary>
public sealed class GitHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Each_file_has_the_time_of_its_last_commit()
    {
        Git("init -q");
        Commit("site/content/a.md", "2026-01-01T00:00:00Z");
        Commit("site/content/ä b.md", "2026-01-02T00:00:00Z");
        Commit("site/content/a.md", "2026-01-03T00:00:00Z");
        Commit("other/c.md", "2026-01-04T00:00:00Z");
        folder.Write("site/content/new.md", "never committed");
        Assert.Equal(["1767398400 content/a.md", "1767312000 content/ä b.md"], Write().Skip(1));
    }

    [Fact]
    public void Nothing_is_known_without_a_repository_or_of_one_that_is_cut_off()
    {
        folder.Write("site/content/a.md", "text");
        var problem = Problem(folder.Full("site"));
        Assert.Contains("git", problem, StringComparison.Ordinal);
        Git("init -q");
        Commit("site/content/a.md", "2026-01-01T00:00:00Z");
        Commit("site/content/a.md", "2026-01-02T00:00:00Z");
        Git($"clone -q --depth 1 \"file://{folder.Path}\" shallow");
        Assert.Contains("last commits", Problem(folder.Full("shallow/site")), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Full("history")));
    }

    public void Dispose() => folder.Dispose();

    private string? Problem(string project)
    {
        var history = new GitHistory(project, TestContext.Current.CancellationToken);
        history.Write(Path.Combine(project, "content"), folder.Full("history"));
        return history.Problem;
    }

    private string[] Write()
    {
        Assert.Null(Problem(folder.Full("site")));
        return File.ReadAllLines(folder.Full("history"));
    }

    private void Commit(string path, string date)
    {
        folder.Write(path, date);
        Git($"add \"{path}\"");
        Git("-c user.name=A -c user.email=a@example.org commit -qm x", date);
    }

    private void Git(string arguments, string? date = null)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path, RedirectStandardError = true };
        start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = date ?? "2026-01-01T00:00:00Z";
        // Neither the machine's settings nor a repository around the folder.
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }
}
