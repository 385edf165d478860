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
    // Reason: reading so long a text takes longer than a keystroke may, and the other documents are not to wait for it.
    public const int LongText = 256 * 1024;

    // Reason: whoever types makes no pauses of this length, so nobody waits for the memory that goes back to the system then.
    private static readonly TimeSpan settling = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim work = new(0);
    private readonly CancellationTokenSource ending = new();
    private readonly Workspace workspace;
    private readonly Action<ContentProject, ProjectState, ProjectState?> tell;
    private readonly Action<string> log;
    private readonly Predicate<string> isWatched;
    private readonly Dictionary<string, (OpenDocument Document, Task Reading)> ahead = new(StringComparer.Ordinal);
    private readonly List<(long Number, TaskCompletionSource<ProjectState> Waiter)> waiters = [];
    private readonly Task running;
    private ContentWatcher? watcher;
    private Task watching = Task.CompletedTask;
    private ImmutableDictionary<string, OpenDocument> documents = ImmutableDictionary.Create<string, OpenDocument>(StringComparer.Ordinal);
    private HashSet<string>? changed = new(StringComparer.Ordinal);
    private long requested = 1;
    private string? watched;
    private volatile ProjectState? current;

    /// <summary>Begins to follow a project.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="settings">What it says.</param>
    /// <param name="tell">Is told of every state, with the one before it.</param>
    /// <param name="isWatched">Whether the client tells of changes to a file or in a folder; others are watched here.</param>
    /// <param name="log">Takes lines.</param>
    public ContentProject(ProjectLocation location, ProjectSettings settings, Action<ContentProject, ProjectState, ProjectState?> tell, Predicate<string> isWatched, Action<string> log)
    {
        Location = location;
        Settings = settings;
        this.tell = tell;
        this.log = log;
        workspace = new Workspace(settings.Request);
        this.isWatched = isWatched;
        work.Release();
        running = Task.Run(RunAsync);
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
            if (ending.IsCancellationRequested)
                return;
            if (paths is null)
                changed = null;
            else
                changed?.UnionWith(paths);
            Request();
        }
    }

    /// <summary>A large piece of work was done with a state: the memory that it took goes back to the system as after an edit.</summary>
    public void Rest() => Touch([]);

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

    /// <summary>Likewise, for a question about one file: with its text as it is now, be that so long that states go by without it.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ProjectState> SettleAsync(string path, CancellationToken cancellation)
    {
        var state = await SettleAsync(cancellation);
        while (IsBehind(state, path))
            state = await NextAsync(state, cancellation);
        return state;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running;
        await Task.WhenAll(ahead.Values.Select(begun => begun.Reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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

    private bool IsBehind(ProjectState state, string path)
    {
        lock (gate)
        {
            return documents.Values.FirstOrDefault(document => document.Path == path) is { Source.Text.Length: > LongText } document
                && !state.Documents.ContainsValue(document) && current is { Snapshot.Files: not null };
        }
    }

    private Task<ProjectState> NextAsync(ProjectState state, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (current is { } newer && newer.Number > state.Number)
                return Task.FromResult(newer);
            if (ending.IsCancellationRequested)
                return Task.FromCanceled<ProjectState>(ending.Token);
            var waiter = new TaskCompletionSource<ProjectState>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((state.Number + 1, waiter));
            return waiter.Task.WaitAsync(cancellation);
        }
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

        open = Apply(open, applied);
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

    /// <summary>Tells the workspace what is open.</summary>
    /// <returns>The documents with the texts that the workspace has by then.</returns>
    private ImmutableDictionary<string, OpenDocument> Apply(ImmutableDictionary<string, OpenDocument> open, ImmutableDictionary<string, OpenDocument> applied)
    {
        var taken = open;
        foreach (var (file, document) in open)
        {
            var before = applied.GetValueOrDefault(file);
            var next = document.Source.Text.Length > LongText ? ReadAhead(file, document, before) : document;
            taken = next is null ? taken.Remove(file) : taken.SetItem(file, next);
            if (next is not null && !ReferenceEquals(before?.Source, next.Source))
                workspace.Open(file, next.Source.Text);
        }

        foreach (var file in applied.Keys)
        {
            if (!open.ContainsKey(file))
                workspace.Close(file);
        }

        foreach (var file in ahead.Keys.Where(file => !open.ContainsKey(file)).ToList())
            ahead.Remove(file);
        return taken;
    }

    /// <summary>The newest text of a long document that has been read, while a newer one is read beside; null where none has been.</summary>
    private OpenDocument? ReadAhead(string file, OpenDocument document, OpenDocument? before)
    {
        if (current is not { Snapshot.Files: not null } || ReferenceEquals(before?.Source, document.Source))
            return document;
        var read = before;
        if (ahead.TryGetValue(file, out var begun))
        {
            if (!begun.Reading.IsCompleted)
                return before;
            read = begun.Document;
            ahead.Remove(file);
        }

        if (ReferenceEquals(read?.Source, document.Source))
            return document;
        var reading = Task.Run(() => workspace.Prepare(file, document.Source.Text, ending.Token));
        ahead.Add(file, (document, reading));
        _ = reading.ContinueWith(_ => Touch([]), TaskScheduler.Default);
        return read;
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
        var folders = Workspace.FoldersToWatch(Settings.Request, snapshot.Configuration).Where(folder => !isWatched(folder)).ToList();
        var files = Workspace.FilesToWatch(Settings.Request).Where(file => !isWatched(file)).ToList();
        var pages = Workspace.PageFoldersToWatch(Settings.Request, snapshot.Configuration).Where(folder => !isWatched(folder.Folder)).ToList();
        if (folders.Count == 0 && files.Count == 0 && pages.Count == 0)
            return;
        watcher ??= new ContentWatcher(Settings.Request.OutputDirectory);
        if (watching.IsCompleted)
            watching = Task.Run(() => WatchAsync(watcher));
        var hasLinks = snapshot.Files?.HasLinks ?? false;
        var wanted = string.Join('\n', folders.Select(folder => $"{folder} {Directory.Exists(folder)}").Append(hasLinks.ToString()).Concat(pages.Select(page => page.Folder)));
        if (watched == wanted)
            return;
        watched = wanted;
        watcher.Watch(folders, files, pages, hasLinks);
        if (watcher.WhySlow is { } why)
            log($"{Location.Folder}: files are looked at every {ContentWatcher.Interval.TotalSeconds:0} seconds: {why}");
    }
}
