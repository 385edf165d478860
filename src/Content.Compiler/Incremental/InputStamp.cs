using System.Collections.Immutable;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>What tells without reading it that a file that articles take in is the one that was read, or is still not there.</summary>
/// <param name="Path">Relative to the project folder, with <c>/</c>; a folder has one at the end.</param>
/// <param name="Place">Where symbolic links lead, relative to the project folder; empty where there is nothing.</param>
/// <param name="Length">In bytes.</param>
/// <param name="LastWriteTicks">UTC ticks of its last write.</param>
/// <param name="FolderTicks">Those of its folder: a file that is renamed over another brings its own length and time along.</param>
internal readonly record struct InputStamp(string Path, string Place, long Length, long LastWriteTicks, long FolderTicks)
{
    /// <summary>Those of all files that some of the articles take in, by path.</summary>
    public static ImmutableArray<InputStamp> Of(ImmutableArray<StoredArticle> articles, string projectDirectory)
    {
        HashSet<string>? paths = null;
        foreach (var article in articles)
        {
            foreach (var input in article.Article.Inputs)
                (paths ??= new(StringComparer.Ordinal)).Add(input.Path);
        }

        return paths is null ? [] : [.. paths.Order(StringComparer.Ordinal).Select(path => Of(path, projectDirectory))];
    }

    /// <summary>Whether the file has this stamp now.</summary>
    public bool IsCurrent(string projectDirectory) => Of(Path, projectDirectory) == this;

    /// <summary>Whether the file was written after <paramref name="ticks"/>, so that it may be written again without its time changing.</summary>
    public bool IsYoungerThan(long ticks) => LastWriteTicks > ticks;

    /// <summary>Whether it is a file that was there, and not a folder that was looked through.</summary>
    public bool IsFile => Place.Length > 0 && !Path.EndsWith('/');

    private static InputStamp Of(string path, string projectDirectory)
    {
        if (SymbolicLink.Resolve(System.IO.Path.GetFullPath(path, projectDirectory).TrimEnd(System.IO.Path.DirectorySeparatorChar)) is not { } full)
            return new InputStamp(path, "", 0, 0, 0);
        var place = System.IO.Path.GetRelativePath(projectDirectory, full);
        var folder = Directory.GetLastWriteTimeUtc(System.IO.Path.GetDirectoryName(full) ?? full).Ticks;
        var file = new FileInfo(full);
        return file.Exists
            ? new InputStamp(path, place, file.Length, file.LastWriteTimeUtc.Ticks, folder)
            : new InputStamp(path, place, -1, Directory.GetLastWriteTimeUtc(full).Ticks, folder);
    }
}
