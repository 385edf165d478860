using System.Threading.Channels;
using Content.Compiler.Workspaces;

namespace Content.Server.Live;

/// <summary>
/// Tells which files may have changed. Where the system cannot tell - network drives, containers, a full table of watches - and where symbolic links
/// hide files from it, everything is looked at every two seconds instead.
/// </summary>
/// <param name="outputDirectory">Where a build and this process write, absolute: what happens there is no change, in whatever folder it lies.</param>
internal sealed class ContentWatcher(string outputDirectory) : IDisposable
{
    /// <summary>Between two looks at everything where the system tells nothing.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Reason: an editor writes, renames and touches one file within a few milliseconds; a save is one event to those who watch it.
    private static readonly TimeSpan quiet = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan longest = TimeSpan.FromMilliseconds(80);

    // Reason: a folder that appears is watched only from then on, and what was put into it before was not seen.
    private static readonly TimeSpan secondLook = TimeSpan.FromMilliseconds(300);

    private readonly string output = Path.TrimEndingDirectorySeparator(outputDirectory);
    private readonly Channel<string?> events = Channel.CreateUnbounded<string?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly List<Timer> timers = [];
    private bool looksAround;

    /// <summary>Why the files are looked at in intervals; null where the system tells what changes.</summary>
    public string? WhySlow { get; private set; }

    /// <summary>Begins to watch; a folder that does not exist is watched for by its nearest parent that does.</summary>
    /// <param name="folders">Absolute.</param>
    /// <param name="files">Absolute.</param>
    /// <param name="pageFolders">Absolute: of what happens there only pages and folders are told; whole, or without the folders below.</param>
    /// <param name="hasLinks">Whether symbolic links lead elsewhere from there.</param>
    public void Watch(IEnumerable<string> folders, IEnumerable<string> files, IEnumerable<(string Folder, bool IsWhole)> pageFolders, bool hasLinks)
    {
        Stop();
        try
        {
            foreach (var folder in folders)
            {
                if (Directory.Exists(folder))
                    Add(folder, "*", isWhole: true);
                else
                    Add(NearestFolder(folder), "*", isWhole: false);
            }

            foreach (var file in files)
                Add(NearestFolder(Path.GetDirectoryName(file)!), Path.GetFileName(file), isWhole: false);
            foreach (var (folder, isWhole) in pageFolders)
                Add(folder, "*", isWhole, MayBeOfPages);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            LookAround(failure.Message);
        }

        if (hasLinks)
            LookAround("There are symbolic links, behind which the system tells nothing.");
        // What changed between the last look and this moment was seen by nobody.
        events.Writer.TryWrite(null);
    }

    /// <summary>Waits for the next change and for what belongs to it.</summary>
    /// <returns>The files that may have changed, absolute; null where any may have.</returns>
    public async Task<IReadOnlyCollection<string>?> NextAsync(CancellationToken cancellation)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var isAnything = false;
        Take(await events.Reader.ReadAsync(cancellation));
        var end = TimeProvider.System.GetTimestamp() + (long)(longest.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (TimeProvider.System.GetTimestamp() < end)
        {
            await Task.Delay(quiet, cancellation);
            var isQuiet = true;
            while (events.Reader.TryRead(out var next))
            {
                isQuiet = false;
                Take(next);
            }

            // Some editors cut a file off before they write it anew: an empty one is looked at again until it is not, or time is up.
            if (isQuiet && !changed.Any(IsEmptyFile))
                break;
        }

        return isAnything ? null : changed;

        void Take(string? path)
        {
            if (path is null || Directory.Exists(path))
                isAnything = true;
            else
                changed.Add(path);
        }
    }

    public void Dispose() => Stop();

    private static bool IsEmptyFile(string path) => new FileInfo(path) is { Exists: true, Length: 0 };

    private static string NearestFolder(string path)
    {
        while (!Directory.Exists(path) && Path.GetDirectoryName(path) is { } parent)
            path = parent;
        return path;
    }

    /// <summary>Sources and all else that a program is written in are saved in the same folders.</summary>
    private static bool MayBeOfPages(string path) => Workspace.IsPage(path) || !Path.HasExtension(path) || Directory.Exists(path);

    private void Add(string folder, string filter, bool isWhole, Predicate<string>? concerns = null)
    {
        var watcher = new FileSystemWatcher(folder, filter)
        {
            IncludeSubdirectories = isWhole,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes,
        };
        watchers.Add(watcher);
        watcher.Changed += (_, change) => When(change.FullPath, Tell);
        watcher.Created += (_, change) => When(change.FullPath, Tell);
        watcher.Deleted += (_, change) => When(change.FullPath, TellAll);
        watcher.Renamed += (_, change) =>
        {
            When(change.OldFullPath, Tell);
            When(change.FullPath, Tell);
        };
        // A table that ran over has lost events, which a look at everything makes good; a watch that ended tells nothing ever after.
        watcher.Error += (_, failure) =>
        {
            if (failure.GetException() is not InternalBufferOverflowException)
                LookAround(failure.GetException().Message);
            events.Writer.TryWrite(null);
        };
        watcher.EnableRaisingEvents = true;

        void When(string path, Action<string> tell)
        {
            if (concerns is null || concerns(path))
                tell(path);
        }
    }

    private void Tell(string path)
    {
        if (IsOutput(path))
            return;
        events.Writer.TryWrite(path);
        if (Directory.Exists(path))
            Later(secondLook, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it was a file or a folder cannot be asked any more.</summary>
    private void TellAll(string path)
    {
        if (!IsOutput(path))
            events.Writer.TryWrite(Path.HasExtension(path) ? path : null);
    }

    private bool IsOutput(string path) => path.StartsWith(output, StringComparison.Ordinal) && (path.Length == output.Length || path[output.Length] == Path.DirectorySeparatorChar);

    private void LookAround(string why)
    {
        lock (timers)
        {
            if (looksAround)
                return;
            looksAround = true;
        }

        WhySlow = why;
        Later(Interval, Interval);
    }

    private void Later(TimeSpan after, TimeSpan every)
    {
        lock (timers)
            timers.Add(new Timer(_ => events.Writer.TryWrite(null), null, after, every));
    }

    private void Stop()
    {
        foreach (var watcher in watchers)
            watcher.Dispose();
        watchers.Clear();
        lock (timers)
        {
            foreach (var timer in timers)
                timer.Dispose();
            timers.Clear();
            looksAround = false;
        }
    }
}
