using Content.Server.Live;

namespace Content.Server.Tests.Live;

/// <summary>What counts as a change of a project's files.</summary>
public sealed class ContentWatcherTests
{
    /// <summary>A project may take its code from anywhere in its folder, where builds write, too.</summary>
    [Fact]
    public async Task What_is_written_to_the_output_is_no_change()
    {
        using var folder = new TemporaryFolder();
        folder.Write("obj/content/old.bin", "x");
        folder.Write("obj/contents.md", "x");
        using var watcher = new ContentWatcher(folder.Full("obj/content"));
        watcher.Watch([folder.Path], [], [], hasLinks: false);
        Assert.Null(await watcher.NextAsync(TestContext.Current.CancellationToken));

        folder.Write("obj/content/new.bin", "x");
        File.Delete(folder.Full("obj/content/old.bin"));
        Directory.CreateDirectory(folder.Full("obj/content/live"));
        folder.Write("obj/contents.md", "y");

        Assert.Equal([folder.Full("obj/contents.md")], await watcher.NextAsync(TestContext.Current.CancellationToken));
    }
}
