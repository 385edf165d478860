using System.Collections.Immutable;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>
/// The state's place beside the outputs, held by one build at a time. A second build in the same folder at the same time
/// works without the state; its outputs are the same, and each is written whole.
/// </summary>
internal sealed class StateDirectory : IDisposable
{
    /// <summary>What the state leaves in its directory, by name.</summary>
    public static readonly ImmutableArray<string> FileNames = [StateName, BodyName, LockName];

    private const string StateName = "content.state";
    private const string BodyName = "content.bodies";
    private const string LockName = "content.lock";

    private readonly FileStream? guard;

    private StateDirectory(string directory, FileStream? guard, long nowTicks)
    {
        Directory = directory;
        this.guard = guard;
        NowTicks = nowTicks;
    }

    /// <summary>Absolute.</summary>
    public string Directory { get; }

    /// <summary>Whether the state is ours to read and write.</summary>
    public bool IsHeld => guard is not null;

    /// <summary>When this build began by the file system's own clock, the only one that files' times can be held against.</summary>
    public long NowTicks { get; }

    public string StateFile => Path.Combine(Directory, StateName);

    public string BodyFile => Path.Combine(Directory, BodyName);

    /// <summary>
    /// Where a file is written before it takes its place. Whoever holds the directory uses one name a file, so that what a killed build left
    /// there is overwritten by the next; any other build uses a name of its own.
    /// </summary>
    public string TemporaryName(string path) => IsHeld ? path + ".tmp" : OutputFile.TemporaryName(path);

    /// <summary>Makes the directory where it is not there, and tries to hold it.</summary>
    /// <exception cref="IOException">It cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static StateDirectory Open(string directory)
    {
        System.IO.Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, LockName);
        // Reason: to open a pipe for writing waits for a reader.
        if (RegularFile.IsSpecial(path))
            throw new IOException($"'{LockName}' in it is not a regular file.");
        FileStream? guard = null;
        try
        {
            guard = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
            guard.WriteByte(0);
            guard.Flush();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another build holds it.
            guard?.Dispose();
            guard = null;
        }

        var opened = new StateDirectory(directory, guard, File.GetLastWriteTimeUtc(path).Ticks);
        if (opened.IsHeld)
            opened.DeleteTemporaries();
        return opened;
    }

    /// <summary>The directory without holding it: for whoever only reads the state, which is replaced whole.</summary>
    public static StateDirectory ForReading(string directory) => new(directory, null, 0);

    public void Dispose() => guard?.Dispose();

    /// <summary>What a killed build left. Names that end in a GUID may belong to a build that runs at this moment.</summary>
    private void DeleteTemporaries()
    {
        foreach (var left in System.IO.Directory.GetFiles(Directory, "*.tmp"))
        {
            if (!Guid.TryParseExact(Path.GetExtension(Path.GetFileNameWithoutExtension(left)).TrimStart('.'), "N", out _))
                File.Delete(left);
        }
    }
}
