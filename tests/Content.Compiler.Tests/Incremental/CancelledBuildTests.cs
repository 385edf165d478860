namespace Content.Compiler.Tests.Incremental;

/// <summary>Ctrl-C is obeyed, and leaves what a build that was never begun would have left.</summary>
public sealed class CancelledBuildTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_cancelled_build_stops_and_the_next_is_right(int threads)
    {
        using var project = new TemporaryProject();
        for (var index = 0; index < 5000; index++)
            project.Write($"content/a{index}.md", $"---\ntitle: Article {index}\ndate: 2026-11-23\n---\n\n" + string.Concat(Enumerable.Repeat("Some *prose* in `lines`.\n\n", 200)));
        using var cancellation = new CancellationTokenSource();
        var build = Task.Run(() => ContentCompiler.Compile(project.Request(threads), cancellation.Token), TestContext.Current.CancellationToken);
        // The lock is taken before the first article is read.
        while (!File.Exists(Path.Combine(project.Output, "content.lock")) && !build.IsCompleted)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
        Assert.DoesNotContain(Directory.GetFiles(project.Output), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.Equal((5000, 5000), project.Compile().Articles);
    }
}
