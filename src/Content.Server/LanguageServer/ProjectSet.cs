using System.Collections.Immutable;
using Content.Server.LanguageServer.Projects;
using Content.Server.LanguageServer.Protocol;

namespace Content.Server.LanguageServer;

/// <summary>The projects of a workspace: found in its folders, or above a file that is opened.</summary>
internal sealed class ProjectSet(Session session) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource ending = new();
    private readonly HashSet<string> looked = new(StringComparer.Ordinal);
    private ImmutableArray<ContentProject> projects = [];
    private ImmutableHashSet<string> folders = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private Task ready = Task.CompletedTask;

    /// <summary>All that are followed.</summary>
    public ImmutableArray<ContentProject> All => projects;

    /// <summary>Finds the projects of some folders.</summary>
    public void Add(IReadOnlyCollection<string> added)
    {
        folders = folders.Union(added);
        Enqueue(() => AddAsync(added));
    }

    /// <summary>Lets go of the projects of some folders.</summary>
    public void Remove(IReadOnlyCollection<string> removed)
    {
        folders = folders.Except(removed);
        Enqueue(async () =>
        {
            foreach (var project in projects.Where(project => removed.Any(folder => IsWithin(project.Location.Folder, folder))).ToList())
                await ReplaceAsync(project, null);
        });
    }

    /// <summary>A text stands for a file, or does no more.</summary>
    public void Open(string path)
    {
        var isKnown = false;
        // Reason: a project that is just being added takes all texts over; each is then the last that came in.
        lock (gate)
        {
            foreach (var project in projects)
            {
                if (!project.MayHave(path))
                    continue;
                project.Open(path, session.Documents.GetValueOrDefault(path));
                isKnown |= project.FileOf(path) is not null;
            }
        }

        if (!isKnown && session.Documents.ContainsKey(path))
            Enqueue(() => LookAboveAsync(path));
    }

    /// <summary>Files have changed on disk.</summary>
    public void Touch(IReadOnlyCollection<string> paths)
    {
        foreach (var project in projects)
        {
            if (project.Location.ProjectFile is { } file && ProjectDiscovery.FilesOf(file).Any(paths.Contains))
                Enqueue(() => ReloadAsync(project));
            else
                project.Touch(paths.Any(path => Directory.Exists(path) || !Path.HasExtension(path)) ? null : paths);
        }
    }

    /// <summary>The state of the project that has a file; of several, of the one that lies nearest.</summary>
    public async Task<(ContentProject Project, ProjectState State, string File)?> FindAsync(string path, CancellationToken cancellation)
    {
        await ready.WaitAsync(cancellation);
        var candidates = projects.Where(project => project.MayHave(path)).OrderByDescending(project => project.FileOf(path) is not null)
            .ThenByDescending(project => project.Location.Folder.Length);
        foreach (var project in candidates)
        {
            var state = await project.SettleAsync(path, cancellation);
            if (project.FileOf(path) is { } file)
                return (project, state, file);
        }

        return null;
    }

    /// <summary>The states of all projects, each with everything in it that came in until now.</summary>
    public async Task<IReadOnlyList<(ContentProject Project, ProjectState State)>> SettleAsync(CancellationToken cancellation)
    {
        await ready.WaitAsync(cancellation);
        var states = new List<(ContentProject, ProjectState)>();
        foreach (var project in projects)
            states.Add((project, await project.SettleAsync(cancellation)));
        return states;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var project in projects)
            await project.DisposeAsync();
        ending.Dispose();
    }

    private bool IsWatchedByClient(string path) => session.Client.RegistersWatchedFiles && folders.Any(folder => IsWithin(path, folder));

    private static bool IsWithin(string path, string folder) => path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>One after the other, so that no project is found twice.</summary>
    private void Enqueue(Func<Task> step)
    {
        lock (gate)
            ready = RunAsync(ready, step);
    }

    private async Task RunAsync(Task before, Func<Task> step)
    {
        await before;
        try
        {
            await Task.Run(step, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            session.Log.Write($"The workspace cannot be searched: {failure.Message}");
        }
    }

    private async Task AddAsync(IReadOnlyCollection<string> added)
    {
        var locations = new List<ProjectLocation>();
        foreach (var folder in added)
        {
            foreach (var location in ProjectDiscovery.Find(folder, ending.Token))
                locations.Add(location);
        }

        await Parallel.ForEachAsync(locations.Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ending.Token }, async (location, _) => await AddAsync(location));
    }

    private async Task LookAboveAsync(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? path;
        if (!looked.Add(folder) || projects.Any(project => project.FileOf(path) is not null))
            return;
        if ((ProjectDiscovery.Above(folder) ?? ProjectDiscovery.BareAbove(folder)) is { } location)
            await AddAsync(location);
    }

    private async Task AddAsync(ProjectLocation location)
    {
        if (projects.Any(project => project.Location == location))
            return;
        if (await MakeAsync(location) is { } made)
            Insert(made, null);
    }

    private async Task ReloadAsync(ContentProject project)
    {
        if (projects.Contains(project))
            await ReplaceAsync(project, await MakeAsync(project.Location));
    }

    private async Task<ContentProject?> MakeAsync(ProjectLocation location)
    {
        var name = location.ProjectFile ?? location.Folder;
        var settings = await ProjectEvaluation.ReadAsync(location, session.Log.Write, ending.Token);
        if (settings is null)
        {
            session.Log.Write($"{name}: switched off by ContentEnabled");
            return null;
        }

        session.Log.Write($"{name}: settings from {settings.Source}{(settings.Problem is null ? "" : ": " + settings.Problem)}");
        if (settings.Problem is { } problem)
            session.Notify("window/showMessage", new ShowMessageParams(2, $"{Path.GetFileName(name)}: {problem} Until then the defaults stand in for its settings."));
        return new ContentProject(location, settings, session.Diagnostics.Take, IsWatchedByClient, session.Log.Write);
    }

    private void Insert(ContentProject made, ContentProject? replaced)
    {
        lock (gate)
        {
            projects = replaced is null ? projects.Add(made) : projects.Replace(replaced, made);
            foreach (var path in session.Documents.Keys)
            {
                if (made.MayHave(path))
                    made.Open(path, session.Documents.GetValueOrDefault(path));
            }
        }
    }

    private async Task ReplaceAsync(ContentProject project, ContentProject? other)
    {
        if (other is not null)
            Insert(other, project);
        else
        {
            lock (gate)
                projects = projects.Remove(project);
        }

        await project.DisposeAsync();
        session.Diagnostics.Forget(project);
    }
}
