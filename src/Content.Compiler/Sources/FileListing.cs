using System.Collections.Immutable;

namespace Content.Compiler.Sources;

/// <summary>What is below one folder.</summary>
internal sealed record FileListing
{
    /// <summary>Absolute, without a separator at the end.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Relative to the project folder, with <c>/</c>; empty where it is the project folder.</summary>
    public required string Folder { get; init; }

    public bool Exists { get; init; }

    /// <summary>By path.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>By path.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>When something in a folder was last made, renamed or deleted, by path; the folder itself is empty. None where nobody asked the disk.</summary>
    public ImmutableArray<FolderTime> FolderTimes { get; init; } = [];

    /// <summary>Whether there is a symbolic link anywhere: a file may then have more than one path.</summary>
    public bool HasLinks { get; init; }

    public ImmutableArray<string> FoldersThatLeadOut { get; init; } = [];

    public ImmutableArray<(string Path, string Reason)> UnreadableFolders { get; init; } = [];

    /// <summary>Lists what is below <paramref name="folder"/>.</summary>
    /// <param name="project">Absolute.</param>
    /// <param name="folder">Relative to the project folder, or absolute.</param>
    /// <param name="skipped">Folders directly below that are left out where the folder is the project's own.</param>
    /// <param name="mayLeadOut">Whether symbolic links may lead out of it.</param>
    /// <param name="cancellation">Looked at once a folder.</param>
    public static FileListing Of(string project, string folder, string[] skipped, bool mayLeadOut, CancellationToken cancellation)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, project));
        var relative = Path.GetRelativePath(project, full).Replace(Path.DirectorySeparatorChar, '/');
        if (relative == ".")
            relative = "";
        var listing = new FileListing { ProjectDirectory = project, Folder = relative };
        if (!Directory.Exists(full))
            return File.Exists(full) ? listing with { UnreadableFolders = [("", "It is a file.")] } : listing;
        var prefix = relative.Length == 0 || relative.EndsWith('/') ? relative : relative + "/";
        // Reason: before the files are listed, so that what changes meanwhile is seen by the next build.
        var ticks = Directory.GetLastWriteTimeUtc(full).Ticks;
        var walk = new FolderWalk(full, prefix, relative.Length == 0 ? skipped : [], mayLeadOut);
        walk.Run(cancellation);
        return listing with
        {
            Exists = true,
            HasLinks = walk.HasLinks,
            Files = Sort(walk.Files, static (left, right) => string.CompareOrdinal(left.Path, right.Path)),
            Folders = Sort(walk.Folders.ConvertAll(static found => found.Path), string.CompareOrdinal),
            FolderTimes = [new FolderTime("", ticks), .. Sort(walk.Folders, static (left, right) => string.CompareOrdinal(left.Path, right.Path))],
            FoldersThatLeadOut = Sort(walk.FoldersThatLeadOut, string.CompareOrdinal),
            UnreadableFolders = Sort(walk.UnreadableFolders, static (left, right) => string.CompareOrdinal(left.Path, right.Path)),
        };
    }

    /// <summary>The same, but for the files that <paramref name="changed"/> has in another form, or that are new, with their folders.</summary>
    public FileListing With(IReadOnlyCollection<SourceFile> changed)
    {
        var files = Files.ToArray();
        var added = new List<SourceFile>();
        foreach (var file in changed)
        {
            if (Array.BinarySearch(files, file, byPath) is var index and >= 0)
                files[index] = file;
            else
                added.Add(file);
        }

        if (added.Count == 0)
            return this with { Files = [.. files] };
        var folders = new SortedSet<string>(Folders, StringComparer.Ordinal);
        foreach (var file in added)
        {
            for (var slash = file.Path.LastIndexOf('/'); slash > 0; slash = file.Path.LastIndexOf('/', slash - 1))
                folders.Add(file.Path[..slash]);
        }

        return this with { Exists = true, Files = [.. files.Concat(added).Order(byPath)], Folders = [.. folders] };
    }

    /// <summary>Whether both list the same names in the same folder, at the same reach.</summary>
    public bool HasSameNames(FileListing other)
    {
        if (Folder != other.Folder || Exists != other.Exists || Files.Length != other.Files.Length
            || !Folders.AsSpan().SequenceEqual(other.Folders.AsSpan())
            || !FoldersThatLeadOut.AsSpan().SequenceEqual(other.FoldersThatLeadOut.AsSpan())
            || !UnreadableFolders.AsSpan().SequenceEqual(other.UnreadableFolders.AsSpan()))
        {
            return false;
        }

        for (var index = 0; index < Files.Length; index++)
        {
            var (one, two) = (Files[index], other.Files[index]);
            if (!ReferenceEquals(one, two) && (one.Path != two.Path || one.Reach != two.Reach))
                return false;
        }

        return true;
    }

    private static readonly Comparer<SourceFile> byPath = Comparer<SourceFile>.Create(static (left, right) => string.CompareOrdinal(left.Path, right.Path));

    private static ImmutableArray<T> Sort<T>(List<T> items, Comparison<T> comparison)
    {
        items.Sort(comparison);
        return [.. items];
    }
}

/// <summary>A folder and when something in it was last made, renamed or deleted.</summary>
/// <param name="Path">Relative, without a slash at the end.</param>
/// <param name="LastWriteTicks">UTC.</param>
internal sealed record FolderTime(string Path, long LastWriteTicks);
