using System.Collections.Immutable;

namespace Content.Compiler.Sources;

/// <summary>
/// The files that exist, listed once: what links are resolved against, so that the verdict on a link does not depend on
/// how an operating system compares names. Paths have <c>/</c>, are relative to the content root and are compared by ordinal.
/// </summary>
public sealed class FileMap
{
    // Reason: where the root is the project itself, what builds leave there is no content, and neither is a repository's own store.
    private static readonly string[] notContent = ["bin", "obj", "node_modules", ".git", ".vs"];

    private readonly Lazy<Dictionary<string, int>> places;
    private readonly HashSet<string> folders;
    private readonly Dictionary<string, long> folderTicks;
    private readonly Dictionary<string, SourceFile> staticFiles;
    private readonly HashSet<string> foldersThatLeadOut;
    private readonly Lazy<OtherSpellings> spellings;
    private readonly Lazy<Dictionary<string, SourceFile>> staticsByFile;
    private readonly FileListing listing;
    private readonly ImmutableArray<FileListing> staticListings;

    internal FileMap(FileListing content, ImmutableArray<FileListing> statics)
        : this(content, statics, null)
    {
    }

    /// <param name="content">What is below the content root.</param>
    /// <param name="statics">What is below the static folders.</param>
    /// <param name="named">Another map of the very same names, of which what follows from names is taken over; or null.</param>
    private FileMap(FileListing content, ImmutableArray<FileListing> statics, FileMap? named)
    {
        listing = content;
        staticListings = statics;
        ProjectDirectory = content.ProjectDirectory;
        Root = content.Folder;
        RootExists = content.Exists;
        Files = content.Files;
        Folders = content.Folders;
        FoldersThatLeadOut = content.FoldersThatLeadOut;
        UnreadableFolders = content.UnreadableFolders;
        StaticFolders = [.. statics.Select(listing => listing.Folder)];
        staticsByFile = new(() => staticFiles!.Values.DistinctBy(file => file.File, StringComparer.Ordinal).ToDictionary(file => file.File, StringComparer.Ordinal));
        FolderTimes = content.FolderTimes;
        if (named is not null)
        {
            (places, folders, folderTicks) = (named.places, named.folders, named.folderTicks);
            (foldersThatLeadOut, staticFiles, spellings) = (named.foldersThatLeadOut, named.staticFiles, named.spellings);
            return;
        }

        // Reason: a build without changes looks nothing up.
        places = new(() =>
        {
            var byPath = new Dictionary<string, int>(content.Files.Length, StringComparer.Ordinal);
            for (var index = 0; index < content.Files.Length; index++)
                byPath[content.Files[index].Path] = index;
            return byPath;
        });
        folders = new(content.Folders, StringComparer.Ordinal);
        folderTicks = new(content.FolderTimes.Length, StringComparer.Ordinal);
        foreach (var (path, ticks) in content.FolderTimes)
            folderTicks[path] = ticks;
        foldersThatLeadOut = new(content.FoldersThatLeadOut, StringComparer.Ordinal);
        staticFiles = new(StringComparer.Ordinal);
        foreach (var listing in statics)
        {
            foreach (var file in listing.Files)
                staticFiles.TryAdd(file.Path, file);
        }

        spellings = new(() => new OtherSpellings(this));
    }

    /// <summary>The project folder, absolute.</summary>
    public string ProjectDirectory { get; }

    /// <summary>The content root relative to the project folder; empty where they are the same.</summary>
    public string Root { get; }

    /// <summary>Whether there is a content root.</summary>
    public bool RootExists { get; }

    /// <summary>Whether there is a file where the content root should be.</summary>
    public bool RootIsFile => !RootExists && !UnreadableFolders.IsEmpty;

    /// <summary>Every file below the content root, by path.</summary>
    public ImmutableArray<SourceFile> Files { get; }

    /// <summary>Every folder below the content root, by path, without a slash at the end.</summary>
    public ImmutableArray<string> Folders { get; }

    /// <summary>The root and its folders with their times.</summary>
    internal ImmutableArray<FolderTime> FolderTimes { get; }

    /// <summary>Symbolic links to folders outside the content root; nothing behind them is listed.</summary>
    public ImmutableArray<string> FoldersThatLeadOut { get; }

    /// <summary>Folders that could not be listed, with the system's reason. The root's path is empty.</summary>
    public ImmutableArray<(string Path, string Reason)> UnreadableFolders { get; }

    /// <summary>The static folders that exist, relative to the project folder.</summary>
    public ImmutableArray<string> StaticFolders { get; }

    /// <summary>The files of the static folders; their paths are relative to their folder.</summary>
    public IReadOnlyCollection<SourceFile> StaticFiles => staticFiles.Values;

    /// <summary>Lists the content root and the static folders. A folder that does not exist is a state, not an error.</summary>
    /// <param name="projectDirectory">Absolute.</param>
    /// <param name="root">Relative to the project folder, or absolute.</param>
    /// <param name="staticFolders">Likewise.</param>
    /// <param name="cancellation">Looked at once a folder.</param>
    /// <param name="assemblyName">The project's assembly, whose outputs are left out where the project lies in the content root; empty where there is none.</param>
    public static FileMap Enumerate(
        string projectDirectory, string root, ImmutableArray<StaticFolder> staticFolders, CancellationToken cancellation, string assemblyName = "")
    {
        var project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(projectDirectory));
        var content = FileListing.Of(project, root, notContent, mayLeadOut: false, cancellation);
        if (content.Folder.Length == 0 || content.Folder.EndsWith("..", StringComparison.Ordinal))
            content = BuildOutputs.LeaveOut(content, assemblyName);
        var statics = ImmutableArray.CreateBuilder<FileListing>();
        foreach (var folder in staticFolders)
        {
            var listing = FileListing.Of(project, folder.Folder, notContent, mayLeadOut: true, cancellation);
            if (folder.At.Length > 0)
                listing = listing with { Files = [.. listing.Files.Select(file => file with { Path = folder.At + file.Path })] };
            if (listing.Exists)
                statics.Add(listing);
        }

        return new FileMap(content, statics.ToImmutable());
    }

    /// <summary>The same files, but for those below the content root that <paramref name="changed"/> has in another form, or that are new.</summary>
    internal FileMap With(IReadOnlyCollection<SourceFile> changed)
    {
        if (changed.Count == 0)
            return this;
        var next = listing.With(changed);
        return new FileMap(next, staticListings, next.Files.Length == listing.Files.Length ? this : null);
    }

    /// <summary>The same files by other names.</summary>
    /// <param name="root">The content root.</param>
    /// <param name="files">Those below it, by path.</param>
    /// <param name="folders">Likewise.</param>
    /// <param name="rename">The new name of a file or folder that is named from the project folder.</param>
    internal FileMap Renamed(string root, ImmutableArray<SourceFile> files, ImmutableArray<string> folders, Func<string, string> rename)
    {
        var statics = staticListings.Select(listing => rename(listing.Folder) is var folder && listing.Files.Any(file => rename(file.File) != file.File)
            ? listing with
            {
                Folder = folder,
                Files = [.. listing.Files.Select(file => file with { File = rename(file.File) })
                    .Where(file => file.File.StartsWith(folder + "/", StringComparison.Ordinal))
                    .Select(file => file with { Path = file.File[(folder.Length + 1)..] })],
            }
            : listing);
        return new FileMap(listing with { Folder = root, Files = files, Folders = folders, FolderTimes = [] }, [.. statics]);
    }

    /// <summary>Whether a file may have more than one path, by way of a symbolic link.</summary>
    public bool HasLinks => listing.HasLinks;

    /// <summary>Whether both list the same names, whatever the files hold: a link is then resolved to the same file.</summary>
    internal bool HasSameNames(FileMap other) => ReferenceEquals(places, other.places)
        || (ProjectDirectory == other.ProjectDirectory && listing.HasSameNames(other.listing)
            && staticListings.Length == other.staticListings.Length
            && staticListings.Zip(other.staticListings).All(pair => pair.First.HasSameNames(pair.Second)));

    /// <summary>The files below the content root that <paramref name="other"/> has with another length or time; null where anything else is different.</summary>
    internal List<SourceFile>? FindDifferences(FileMap other)
    {
        if (!HasSameNames(other) || (!ReferenceEquals(staticFiles, other.staticFiles) && !StaticFiles.SequenceEqual(other.StaticFiles)))
            return null;
        var different = new List<SourceFile>();
        for (var index = 0; index < Files.Length; index++)
        {
            if (!ReferenceEquals(Files[index], other.Files[index]) && Files[index] != other.Files[index])
                different.Add(other.Files[index]);
        }

        return different;
    }

    /// <summary>The file at exactly this path below the content root, or null.</summary>
    public SourceFile? Find(string path) => places.Value.TryGetValue(path, out var index) ? Files[index] : null;

    /// <summary>The file at exactly this path below a static folder (the first that has it), or null.</summary>
    public SourceFile? FindStatic(string path) => staticFiles.GetValueOrDefault(path);

    /// <summary>The file of a static folder at this path below the project folder, or null.</summary>
    public SourceFile? FindStaticByFile(string file) => staticsByFile.Value.GetValueOrDefault(file);

    /// <summary>Whether there is a folder at exactly this path; the root's is empty.</summary>
    public bool FolderExists(string path) => path.Length == 0 ? RootExists : folders.Contains(path);

    /// <summary>When something was last made, renamed or deleted in the folder of the file at this path; 0 where that is not known.</summary>
    internal long FolderTicksOf(string path) =>
        folderTicks.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(path.AsSpan(0, Math.Max(0, path.LastIndexOf('/'))), out var ticks) ? ticks : 0;

    /// <summary>Whether the path is, or is below, a folder that is a symbolic link out of the content root.</summary>
    public bool IsBehindLinkOut(string path)
    {
        if (foldersThatLeadOut.Count == 0)
            return false;
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (foldersThatLeadOut.Contains(path[..end]))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The path of a file or folder below the content root that differs from this one only by case or Unicode form, or null.
    /// The path itself is no other spelling.
    /// </summary>
    public string? FindOtherSpelling(string path) => spellings.Value.Find(path);

    /// <summary>Likewise below the static folders.</summary>
    public string? FindOtherStaticSpelling(string path) => spellings.Value.FindStatic(path);

    /// <summary>Where the file is on disk.</summary>
    public string GetFullPath(SourceFile file) => Path.Combine(ProjectDirectory, file.File);
}
