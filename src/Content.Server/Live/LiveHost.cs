using System.Runtime.InteropServices;
using Content.Compiler.Catalogs;
using Content.Compiler.Diagnostics;
using Content.Compiler.Workspaces;

namespace Content.Server.Live;

/// <summary>
/// Follows a project's articles for the programs that run from its build output: a workspace, told by a watcher, telling over a pipe.
/// Ends by itself when the last program has gone.
/// </summary>
internal sealed class LiveHost : IAsyncDisposable
{
    // Reason: what a save leaves behind is given back to the system when its author thinks, and not between two saves.
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(2);

    private readonly LiveProject project;
    private readonly StateFolder states;
    private readonly LiveChannel channel;
    private readonly Workspace workspace;
    private readonly ContentWatcher watcher;
    private string? watched;
    private WorkspaceSnapshot? shown;
    private bool saidWhySlow;
    private CatalogSeries? catalogs;

    /// <summary>Whether what was last seen has not been written, because something kept the server from it: it is tried again at the next look.</summary>
    private bool isBehind;

    private LiveHost(LiveProject project, StateFolder states)
    {
        this.project = project;
        this.states = states;
        channel = new LiveChannel(project.Channel);
        workspace = new Workspace(project.Request);
        watcher = new ContentWatcher(project.Request.OutputDirectory);
    }

    /// <summary>Serves the project that <paramref name="file"/> describes until no program follows it any more.</summary>
    /// <returns>The exit code: 0 also where another server does so already.</returns>
    public static async Task<int> RunAsync(string file)
    {
        // A Ctrl+C in the terminal is for the program; this ends when that does.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
        try
        {
            var project = LiveProject.FromJson(await File.ReadAllBytesAsync(file), Today, Environment.ProcessorCount);
            project = project with { Request = project.Request with { PageFilesTime = File.GetLastWriteTimeUtc(file) } };
            using var states = StateFolder.TryHold(project.Request.OutputDirectory);
            if (states is null)
                return 0;
            await using var host = new LiveHost(project, states);
            await host.FollowAsync();
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"{file}: {failure.Message}");
            return 1;
        }
    }

    public async ValueTask DisposeAsync()
    {
        watcher.Dispose();
        await channel.DisposeAsync();
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private async Task FollowAsync()
    {
        channel.Open();
        Update(null);
        using var ending = new CancellationTokenSource();
        var leaving = LeaveAsync(ending);
        try
        {
            while (true)
            {
                var next = watcher.NextAsync(ending.Token);
                if (await Task.WhenAny(next, Task.Delay(settling, ending.Token)) != next)
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                Update(await next);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            await leaving;
        }
    }

    private async Task LeaveAsync(CancellationTokenSource ending)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync())
        {
            if (channel.IsAbandoned || !Directory.Exists(project.Request.ProjectDirectory))
                break;
        }

        await ending.CancelAsync();
    }

    /// <summary>Makes a snapshot of what is there, and tells what is new in it.</summary>
    private void Update(IReadOnlyCollection<string>? changed)
    {
        if (!project.HasFixedDate)
            workspace.BuildDate = Today;
        try
        {
            var before = workspace.Current;
            var snapshot = workspace.Update(changed, CancellationToken.None);
            isBehind |= before?.Site is null || !ReferenceEquals(snapshot.Site, before.Site);
            if (isBehind)
                Show(snapshot);
            isBehind = false;
            if (before is null || !snapshot.Changes.Files.IsEmpty)
                channel.Send(LiveChannel.Kind.Diagnostics, LiveMessage.Diagnostics(project.Request.ProjectDirectory, project.HelpDirectory, snapshot.Diagnostics));
            Watch(snapshot);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CatalogTooLargeException)
        {
            channel.Send(LiveChannel.Kind.Note, LiveMessage.Note($"The articles are not followed at the moment: {failure.Message}"));
        }
        // Reason: the program must not lose its compiler to one article; what comes here is a defect of ours, and is said as in a build.
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            channel.Send(
                LiveChannel.Kind.Diagnostics,
                LiveMessage.Diagnostics(project.Request.ProjectDirectory, project.HelpDirectory, [InternalErrors.Defect(defect)]));
        }
    }

    /// <summary>Writes the state that the program is to show, where it is another.</summary>
    private void Show(WorkspaceSnapshot snapshot)
    {
        var next = PresentableSnapshot.Of(snapshot, shown, CancellationToken.None);
        if (next is null || ReferenceEquals(next, shown))
            return;
        // What was laid out and could not be written is of no use to the next state.
        var written = catalogs ?? new CatalogSeries(
            new CatalogOptions(project.Request.Namespace, project.Request.CatalogName, project.Request.IsPublic), project.Request.MaxParallelism);
        catalogs = null;
        var (file, segments) = states.Write(written.Next(next.Site!), written.Bodies);
        channel.Send(LiveChannel.Kind.State, LiveMessage.State(file, segments));
        catalogs = written;
        shown = next;
    }

    /// <summary>Watches the folders that the configuration names, which it may name otherwise than before.</summary>
    private void Watch(WorkspaceSnapshot snapshot)
    {
        var folders = Workspace.FoldersToWatch(project.Request, snapshot.Configuration);
        var pages = Workspace.PageFoldersToWatch(project.Request, snapshot.Configuration);
        var hasLinks = snapshot.Files?.HasLinks ?? false;
        // A folder that does not exist yet is watched for from its parent, and itself once it is there.
        var wanted = string.Join('\n', folders.Select(folder => $"{folder} {Directory.Exists(folder)}").Append(hasLinks.ToString()).Concat(pages.Select(page => page.Folder)));
        if (watched == wanted)
            return;
        watched = wanted;
        watcher.Watch(folders, Workspace.FilesToWatch(project.Request), pages, hasLinks);
        if (watcher.WhySlow is { } why && !saidWhySlow)
        {
            saidWhySlow = true;
            channel.Send(LiveChannel.Kind.Note, LiveMessage.Note(
                $"The articles are looked at every {ContentWatcher.Interval.TotalSeconds:0} seconds, because the system does not tell when they change: {why}"));
        }
    }
}
