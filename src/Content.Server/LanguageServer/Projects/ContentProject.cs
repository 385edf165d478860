using System.Collections.Immutable;
using Content.Compiler.Catalogs;
using Content.Compiler.Sources;
using Content.Compiler.Workspaces;
using Content.Server.Live;

namespace Content.Server.LanguageServer.Projects;

/// <summary>
/// A project that is kept: texts and changes of files go in, states come out, one after the other on a task of its own. What comes in while one is made
/// is in the next, all at once.
/// </summary>
internal sealed class ContentProject : IAsyncDisposable
{
    // Reason: whoever types makes no pauses of this length, so nobody waits for the memory that goes back to the system then.
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim work = new(0);
    private readonly CancellationTokenSource ending = new();
    private readonly Workspace workspace;
    private readonly Action<ContentProject, ProjectState, ProjectState?> tell;
    private readonly Action<string> log;
    private readonly ContentWatcher? watcher;
    private readonly List<(long Number, TaskCompletionSource<ProjectState> Waiter)> waiters = [];
    private readonly Task running;
    private readonly Task watching;
    private ImmutableDictionary<string, OpenDocument> documents = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);
    private HashSet<string>? changed = new(StringComparer.Ordinal);
    private long requested = 1;
    private string? watched;
    private volatile ProjectState? current;

    /// <summary>Begins to follow a project.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="settings">What it says.</param>
    /// <param name="tell">Is told of every state, with the one before it.</param>
    /// <param name="watches">Whether files are watched here; if not, the client tells of them.</param>
    /// <param name="log">Takes lines.</param>
    public ContentProject(ProjectLocation location, ProjectSettings settings, Action<ContentProject, ProjectState, ProjectState?> tell, bool watches, Action<string> log)
    {
        Location = location;
        Settings = settings;
        this.tell = tell;
        this.log = log;
        workspace = new Workspace(settings.Request);
        watcher = watches ? new ContentWatcher() : null;
        work.Release();
        running = Task.Run(RunAsync);
        watching = watcher is null ? Task.CompletedTask : Task.Run(() => WatchAsync(watcher));
    }

    public ProjectLocation Location { get; }

    public ProjectSettings Settings { get; }

    /// <summary>The last state; null before the first.</summary>
    public ProjectState? Current => current;

    /// <summary>The path from the project folder of a file that this project reads; null where it does not.</summary>
    /// <param name="path">Absolute.</param>
    public string? FileOf(string path)
    {
        var directory = Settings.Request.ProjectDirectory;
        var file = Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/');
        if (path == Settings.Request.ConfigurationFile)
            return file;
        var root = Path.GetFullPath(Settings.Request.Root ?? current?.Snapshot.Configuration.Root ?? "content", directory);
        return path == root || SymbolicLink.IsWithin(path, root) ? file : null;
    }

    /// <summary>Whether a file can be of this project, be its content root another one by now.</summary>
    public bool MayHave(string path) => FileOf(path) is not null || SymbolicLink.IsWithin(path, Settings.Request.ProjectDirectory);

    /// <summary>Lets a text stand for a file, or takes it away.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="document">Null where it is closed.</param>
    public void Open(string path, OpenDocument? document)
    {
        var file = Path.GetRelativePath(Settings.Request.ProjectDirectory, path).Replace(Path.DirectorySeparatorChar, '/');
        lock (gate)
        {
            documents = document is null ? documents.Remove(file) : documents.SetItem(file, document);
            if (document is null)
                changed?.Add(path);
            Request();
        }
    }

    /// <summary>Files may have changed.</summary>
    /// <param name="paths">Absolute; null for any.</param>
    public void Touch(IReadOnlyCollection<string>? paths)
    {
        lock (gate)
        {
            if (paths is null)
                changed = null;
            else
                changed?.UnionWith(paths);
            Request();
        }
    }

    /// <summary>The state that has everything in it that came in until now.</summary>
    public Task<ProjectState> SettleAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (current is { } state && state.Number >= requested)
                return Task.FromResult(state);
            if (ending.IsCancellationRequested)
                return Task.FromCanceled<ProjectState>(ending.Token);
            var waiter = new TaskCompletionSource<ProjectState>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((requested, waiter));
            return waiter.Task.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        watcher?.Dispose();
        await watching;
        lock (gate)
        {
            foreach (var (_, waiter) in waiters)
                waiter.TrySetCanceled();
            waiters.Clear();
        }

        ending.Dispose();
        work.Dispose();
    }

    private void Request()
    {
        requested++;
        if (work.CurrentCount == 0)
            work.Release();
    }

    private async Task RunAsync()
    {
        // What is open is told to the workspace here and nowhere else.
        var applied = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                if (!await work.WaitAsync(settling, ending.Token))
                {
                    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    await work.WaitAsync(ending.Token);
                }

                applied = Update(applied);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The project is let go of.
        }
    }

    private ImmutableDictionary<string, OpenDocument> Update(ImmutableDictionary<string, OpenDocument> applied)
    {
        ImmutableDictionary<string, OpenDocument> open;
        HashSet<string>? files;
        long number;
        lock (gate)
        {
            (open, files, number) = (documents, changed, requested);
            changed = new(StringComparer.Ordinal);
        }

        foreach (var (file, document) in open)
        {
            if (!applied.TryGetValue(file, out var before) || !ReferenceEquals(before.Source, document.Source))
                workspace.Open(file, document.Source.Text);
        }

        foreach (var file in applied.Keys)
        {
            if (!open.ContainsKey(file))
                workspace.Close(file);
        }

        try
        {
            if (!Settings.HasFixedDate)
                workspace.BuildDate = DateOnly.FromDateTime(DateTime.UtcNow);
            var snapshot = workspace.Update(current is null ? null : files, ending.Token);
            var before = current;
            var state = new ProjectState(Settings, snapshot, open, number);
            lock (gate)
                current = state;
            Watch(snapshot);
            tell(this, state, before);
            Release(state);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CatalogTooLargeException)
        {
            log($"{Location.Folder}: the articles are not followed at the moment: {failure.Message}");
            Fail(number, failure);
        }
        // Reason: an editor must not lose its server to one article; what comes here is a defect of ours.
        catch (Exception defect) when (defect is not (OutOfMemoryException or OperationCanceledException))
        {
            log($"{Location.Folder}: CONTENT9001: {defect}");
            Fail(number, defect);
        }

        return open;
    }

    private void Release(ProjectState state)
    {
        List<TaskCompletionSource<ProjectState>> released = [];
        lock (gate)
        {
            released.AddRange(waiters.Where(one => one.Number <= state.Number).Select(one => one.Waiter));
            waiters.RemoveAll(one => one.Number <= state.Number);
        }

        foreach (var waiter in released)
            waiter.TrySetResult(state);
    }

    /// <summary>Who waits gets the last state, since there is no other.</summary>
    private void Fail(long number, Exception failure)
    {
        lock (gate)
        {
            changed = null;
            foreach (var (_, waiter) in waiters.Where(one => one.Number <= number))
            {
                if (current is { } last)
                    waiter.TrySetResult(last);
                else
                    waiter.TrySetException(failure);
            }

            waiters.RemoveAll(one => one.Number <= number);
        }
    }

    private async Task WatchAsync(ContentWatcher files)
    {
        try
        {
            while (true)
                Touch(await files.NextAsync(ending.Token));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The project is let go of.
        }
    }

    /// <summary>Watches the folders that the configuration names, which it may name otherwise than before.</summary>
    private void Watch(WorkspaceSnapshot snapshot)
    {
        if (watcher is null)
            return;
        var directory = Settings.Request.ProjectDirectory;
        var root = Settings.Request.Root ?? snapshot.Configuration.Root;
        var folders = snapshot.Configuration.StaticFolders.Select(folder => folder.Folder).Prepend(root).Select(folder => Path.GetFullPath(folder, directory)).ToList();
        var hasLinks = snapshot.Files?.HasLinks ?? false;
        var wanted = string.Join('\n', folders.Select(folder => $"{folder} {Directory.Exists(folder)}").Append(hasLinks.ToString()));
        if (watched == wanted)
            return;
        watched = wanted;
        watcher.Watch(folders, Workspace.FilesToWatch(Settings.Request), hasLinks);
        if (watcher.WhySlow is { } why)
            log($"{Location.Folder}: files are looked at every {ContentWatcher.Interval.TotalSeconds:0} seconds: {why}");
    }
}
