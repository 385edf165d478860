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
            Files = Sort(walk.Files, static (left, right) => string.CompareOrdinal(left.Path, right.Path)),
            Folders = Sort(walk.Folders.ConvertAll(static found => found.Path), string.CompareOrdinal),
            FolderTimes = [new FolderTime("", ticks), .. Sort(walk.Folders, static (left, right) => string.CompareOrdinal(left.Path, right.Path))],
            FoldersThatLeadOut = Sort(walk.FoldersThatLeadOut, string.CompareOrdinal),
            UnreadableFolders = Sort(walk.UnreadableFolders, static (left, right) => string.CompareOrdinal(left.Path, right.Path)),
        };
    }

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
