using System.IO.Enumeration;

namespace Content.Compiler.Sources;

/// <summary>
/// Lists every file below one folder with its length and time, each folder read once. Folders behind a symbolic link are
/// listed under the link's name, but links behind such a link are not followed again: so circles end and nothing multiplies.
/// </summary>
/// <param name="folder">Absolute.</param>
/// <param name="file">The folder as diagnostics name it: relative to the project, with <c>/</c> at its end, or empty.</param>
/// <param name="skipped">Folders directly below that are left out.</param>
/// <param name="mayLeadOut">Whether links may lead out of the folder: a web root's do, the content root's do not.</param>
internal sealed class FolderWalk(string folder, string file, string[] skipped, bool mayLeadOut)
{
    private static readonly EnumerationOptions everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    private readonly Stack<Pending> pending = new();
    private string? realFolder;

    public List<SourceFile> Files { get; } = [];

    /// <summary>Relative, without a slash at the end, each with its time. The folder itself is not among them.</summary>
    public List<FolderTime> Folders { get; } = [];

    /// <summary>Folders that are links out of the folder, and were not followed.</summary>
    public List<string> FoldersThatLeadOut { get; } = [];

    /// <summary>Folders that could not be listed, with what the system says.</summary>
    public List<(string Path, string Reason)> UnreadableFolders { get; } = [];

    /// <summary>Whether there is a symbolic link anywhere: a file may then have more than one path.</summary>
    public bool HasLinks { get; private set; }

    public void Run(CancellationToken cancellation)
    {
        pending.Push(new Pending(folder, "", IsBehindLink: false));
        while (pending.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                foreach (var found in new FileSystemEnumerable<Found?>(next.FullPath, (ref FileSystemEntry entry) => Take(next, ref entry), everything))
                {
                    if (found is not null)
                        Add(next, found);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                UnreadableFolders.Add((next.Path.TrimEnd('/'), exception.Message));
            }
        }
    }

    /// <summary>Adds an ordinary file at once, since there may be hundreds of thousands; gives what needs a second look.</summary>
    private Found? Take(Pending parent, ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        var ticks = entry.LastWriteTimeUtc.UtcTicks;
        var length = entry.IsDirectory ? 0 : entry.Length;
        if (length == 0 || isLink)
            return new Found(entry.FileName.ToString(), entry.IsDirectory, isLink, ticks);
        var path = string.Concat(parent.Path, entry.FileName);
        Files.Add(new SourceFile(path, string.Concat(file, path), length, ticks));
        return null;
    }

    private void Add(Pending parent, Found found)
    {
        var path = parent.Path.Length == 0 ? found.Name : string.Concat(parent.Path, found.Name);
        if (found.IsLink)
        {
            HasLinks = true;
            AddLink(parent, found, path);
        }
        else if (!found.IsFolder)
        {
            var reach = RegularFile.IsSpecial(Path.Join(parent.FullPath, found.Name)) ? FileReach.NotRegular : FileReach.Inside;
            Files.Add(new SourceFile(path, string.Concat(file, path), 0, found.LastWriteTicks, reach));
        }
        else if (parent.Path.Length != 0 || Array.IndexOf(skipped, found.Name) < 0)
        {
            Folders.Add(new FolderTime(path, found.LastWriteTicks));
            pending.Push(new Pending(Path.Join(parent.FullPath, found.Name), path + "/", parent.IsBehindLink));
        }
    }

    private void AddLink(Pending parent, Found found, string path)
    {
        var full = Path.Join(parent.FullPath, found.Name);
        realFolder ??= SymbolicLink.Resolve(folder) ?? folder;
        var target = SymbolicLink.Resolve(full);
        if (target is null)
        {
            Files.Add(new SourceFile(path, string.Concat(file, path), 0, 0, FileReach.Nowhere));
            return;
        }

        var isInside = mayLeadOut || SymbolicLink.IsWithin(target, realFolder);
        if (!Directory.Exists(target))
        {
            var info = new FileInfo(target);
            var length = info.Exists ? info.Length : 0;
            var reach = !isInside ? FileReach.LeadsOut : length == 0 && RegularFile.IsSpecial(target) ? FileReach.NotRegular : FileReach.Inside;
            Files.Add(new SourceFile(path, string.Concat(file, path), length, info.LastWriteTimeUtc.Ticks, reach));
        }
        else if (!isInside)
        {
            FoldersThatLeadOut.Add(path);
        }
        else if (!parent.IsBehindLink && SymbolicLink.Resolve(parent.FullPath) is { } here && !SymbolicLink.IsWithin(here, target))
        {
            Folders.Add(new FolderTime(path, Directory.GetLastWriteTimeUtc(target).Ticks));
            pending.Push(new Pending(full, path + "/", IsBehindLink: true));
        }
    }

    // Reason: classes. The runtime has the enumeration, the stack and the sort compiled for all of these at once, and for none of ours that is a struct.
    /// <summary>A folder, a link, or something of no length, which may be no file.</summary>
    private sealed record Found(string Name, bool IsFolder, bool IsLink, long LastWriteTicks);

    private sealed record Pending(string FullPath, string Path, bool IsBehindLink);
}
