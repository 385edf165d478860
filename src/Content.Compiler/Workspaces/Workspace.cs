using Content.Compiler.Application;
using Content.Compiler.Configuration;
using Content.Compiler.Incremental;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>
/// A project's content, kept from one moment to the next: files and open texts go in, immutable snapshots come out. When one article changes one is read,
/// and only what depends on it is linked again. A snapshot says and makes what a build of the same files does, byte for byte.
/// Safe to use from several threads at once: texts may be opened and snapshots read while another thread updates.
/// </summary>
public sealed class Workspace
{
    private readonly Lock updating = new();
    private readonly Lock opening = new();
    private CompilationRequest request;
    private OpenTexts texts = OpenTexts.None;
    private long opened;
    private ConfigurationFile? configured;
    private ParsedConfiguration? parsed;
    private FileMap? files;
    private volatile WorkspaceSnapshot? current;

    /// <summary>Makes a workspace; nothing is read before the first <see cref="Update(CancellationToken)"/>.</summary>
    /// <param name="request">The project. Its output directory is only read from: what the last build knew of the articles need not be found out again.</param>
    public Workspace(CompilationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        this.request = request;
    }

    /// <summary>The last snapshot, or null before the first.</summary>
    public WorkspaceSnapshot? Current => current;

    /// <summary>The date that publishing dates are held against, from the next update on.</summary>
    public DateOnly BuildDate
    {
        get => request.BuildDate;
        set
        {
            lock (updating)
                request = request with { BuildDate = value };
        }
    }

    /// <summary>Files outside of the content, whether or not they exist, by which a snapshot may be another: content.json, and those that say how faults are reported.</summary>
    /// <param name="request">The project.</param>
    public static IReadOnlyList<string> FilesToWatch(CompilationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [request.ConfigurationFile, .. ReportingFiles.BesideProject(request)];
    }

    /// <summary>Lets a text stand for a file from the next update on, whether or not the file exists.</summary>
    /// <param name="file">Relative to the project folder, with <c>/</c>.</param>
    /// <param name="text">All of its text.</param>
    public void Open(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        lock (opening)
            texts = texts.With(file, new OpenText(text, ++opened));
    }

    /// <summary>Lets the disk's text count again from the next update on.</summary>
    /// <param name="file">Relative to the project folder, with <c>/</c>.</param>
    public void Close(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        lock (opening)
            texts = texts.Without(file);
    }

    /// <summary>Looks at every file's length and time, and makes a snapshot of what is there now.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; the last snapshot stays.</exception>
    public WorkspaceSnapshot Update(CancellationToken cancellation) => Update(null, cancellation);

    /// <summary>
    /// Looks at the named files only, whatever their length and time say, and makes a snapshot; where one of them came, went or is no plain file,
    /// the folders are listed anew. All other files are taken to be what they were.
    /// </summary>
    /// <param name="changed">Paths of files or folders, absolute; null looks at everything.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; the last snapshot stays.</exception>
    public WorkspaceSnapshot Update(IReadOnlyCollection<string>? changed, CancellationToken cancellation)
    {
        lock (updating)
        {
            OpenTexts open;
            lock (opening)
                open = texts;
            return current = Make(changed, open, cancellation);
        }
    }

    private WorkspaceSnapshot Make(IReadOnlyCollection<string>? changed, OpenTexts open, CancellationToken cancellation)
    {
        var before = current;
        var found = ConfigurationFile.Read(request, open.Read);
        if (parsed is null || !found.IsSameAs(configured!))
        {
            (configured, parsed, files) = (found, found.Parse(), null);
            before = null;
        }

        if (!parsed.IsUsable)
            return WorkspaceSnapshot.OfFaultyConfiguration(request, parsed, current);
        var suspects = FindSuspects(changed);
        var listed = suspects?.All(suspect => suspect.Known is not null) == true
            ? files!.With([.. suspects.Select(suspect => suspect.Known!)])
            : FileMap.Enumerate(
                request.ProjectDirectory, request.Root ?? parsed.Configuration.Root, parsed.Configuration.StaticFolders, cancellation, request.AssemblyName);
        var covered = open.Cover(listed);
        var reporting = ReportingFiles.Read(request, covered, open.Read);
        var application = ApplicationFiles.Read(request, current?.Application, open.Read);
        if (before?.Reporting?.Hash != reporting.Hash || before.Application?.Hash != application.Hash)
            before = null;
        string[] named = [.. suspects?.Select(suspect => suspect.Path) ?? []];
        var articles = Read(before, reporting, covered, open, named, cancellation);
        files = listed;
        return before is not null && before.IsStillTrue(request, covered, articles, named)
            ? before.TakenAgain(covered, articles)
            : WorkspaceSnapshot.Make(request, parsed, reporting, application, covered, articles, before, named, current?.Diagnostics ?? [], cancellation);
    }

    private ArticleReadings Read(
        WorkspaceSnapshot? before, ReportingFiles reporting, FileMap covered, OpenTexts open, IEnumerable<string> suspects, CancellationToken cancellation)
    {
        if (before?.Articles is { } last)
            return Read(new ArticleMemory(last.Articles, suspects));
        var directory = StateDirectory.ForReading(request.OutputDirectory);
        var state = StateFile.ReadHead(directory.StateFile);
        using var store = ArticleStore.Open(directory, state?.FactsKey == BuildKeys.Of(request, configured!.Hash).Facts ? state : null);
        return Read(new RecalledArticles(store));

        ArticleReadings Read(IKnownArticles known) => new ArticleSource(
            before?.Configuration ?? WorkspaceSnapshot.ConfigurationFor(request, parsed!, reporting, ApplicationFiles.None, covered), covered, known, open, DateTime.UtcNow.Ticks, verifies: false, request.MaxParallelism).Read(cancellation);
    }

    /// <summary>The named files, each as it is now where it is a plain file that was there before; null where everything is to be looked at.</summary>
    private List<(string Path, SourceFile? Known)>? FindSuspects(IReadOnlyCollection<string>? changed)
    {
        if (changed is null || files is null)
            return null;
        var suspects = new List<(string, SourceFile?)>();
        var root = Path.Combine(files.ProjectDirectory, files.Root);
        foreach (var full in changed)
        {
            var path = Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');
            if (path != ".." && !path.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(path))
                suspects.Add((path, FindPlain(path, full)));
            // Reason: files of static folders answer links; whatever else lies outside of the root concerns nobody here.
            else if (IsBelowStaticFolder(full))
                suspects.Add((path, null));
        }

        return suspects;
    }

    private SourceFile? FindPlain(string path, string full)
    {
        var info = new FileInfo(full);
        // Reason: what is reached through a symbolic link has other paths, which nobody named.
        return !files!.HasLinks && info.Exists && info.LinkTarget is null && files.Find(path) is { Reach: FileReach.Inside } listed
            ? listed with { Length = info.Length, LastWriteTicks = info.LastWriteTimeUtc.Ticks }
            : null;
    }

    private bool IsBelowStaticFolder(string full) => parsed!.Configuration.StaticFolders
        .Any(folder => SymbolicLink.IsWithin(full, Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Folder, request.ProjectDirectory))));
}
