using System.Collections.Immutable;
using Content.Compiler.Application;
using Content.Compiler.Configuration;
using Content.Compiler.Incremental;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>
/// A project's content, kept from one moment to the next: files and open texts go in, immutable snapshots come out. When one article changes one is read,
/// and only what depends on it is linked again. A snapshot says and makes what a build of the same files does, byte for byte.
/// Safe to use from several threads at once: texts may be opened and snapshots read while another thread updates.
/// </summary>
public sealed class Workspace
{
    /// <summary>The system has a bounded number of watches, which other programs want, too.</summary>
    private const int MostPageFolders = 32;

    private readonly Lock updating = new();
    private readonly Lock opening = new();
    private readonly ProjectPages pages;
    private CompilationRequest request;
    private OpenTexts texts = OpenTexts.None;
    private ImmutableDictionary<string, PreparedArticle> prepared = ImmutableDictionary.Create<string, PreparedArticle>(StringComparer.Ordinal);
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
        pages = new ProjectPages(request);
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

    /// <summary>Files outside of the content, whether or not they exist, by which a snapshot may be another: content.json, those that say how faults are reported, and the published addresses.</summary>
    /// <param name="request">The project.</param>
    public static IReadOnlyList<string> FilesToWatch(CompilationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [request.ConfigurationFile, .. ReportingFiles.BesideProject(request), Path.GetFullPath(PublishedAddresses.FileName, request.ProjectDirectory)];
    }

    /// <summary>Whether a file is a page of a program by its name: pages that come and go in the folders of <see cref="PageFoldersToWatch"/> concern a workspace.</summary>
    /// <param name="path">The file.</param>
    public static bool IsPage(string path) => ProjectPages.IsPage(path);

    /// <summary>Folders in which pages of the program may come and go, absolute, besides those of <see cref="FoldersToWatch"/>: the project's own without what is below, and whole ones.</summary>
    /// <param name="request">The project.</param>
    /// <param name="configuration">What its content.json says.</param>
    public static IReadOnlyList<(string Folder, bool IsWhole)> PageFoldersToWatch(CompilationRequest request, ContentConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(request);
        var project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.ProjectDirectory));
        var whole = FoldersToWatch(request, configuration);
        if (request.PageFilesTime is null || !Directory.Exists(project) || whole.Any(folder => project == folder || SymbolicLink.IsWithin(project, folder)))
            return [];
        var folders = Directory.EnumerateDirectories(project).Where(folder => !whole.Contains(folder) && ProjectPages.MayHavePages(folder)
            // Reason: watching tens of thousands of folders of a package manager leaves nothing for the articles.
            && !Directory.Exists(Path.Combine(folder, "node_modules")));
        var known = request.PageFiles.Select(page => Path.GetFullPath(page, project)).ToList();
        return
        [
            (project, false),
            .. folders.OrderByDescending(folder => known.Any(page => SymbolicLink.IsWithin(page, folder))).ThenBy(folder => folder, StringComparer.Ordinal).Take(MostPageFolders).Select(folder => (folder, true)),
        ];
    }

    /// <summary>Folders, whether or not they exist, the files of which a snapshot depends on, absolute: the content, static files, and those that code is taken from.</summary>
    /// <param name="request">The project.</param>
    /// <param name="configuration">What its content.json says.</param>
    public static IReadOnlyList<string> FoldersToWatch(CompilationRequest request, ContentConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. configuration.StaticFolders.Select(folder => folder.Folder).Concat(configuration.SnippetFolders).Prepend(request.Root ?? configuration.Root)
                .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, request.ProjectDirectory))).Distinct(StringComparer.Ordinal),
        ];
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
        {
            texts = texts.Without(file);
            prepared = prepared.RemoveRange(prepared.Where(ahead => ahead.Value.Article.Article.File == file).Select(ahead => ahead.Key));
        }
    }

    /// <summary>
    /// Reads a text that is about to stand for an article, on the thread of the caller, while others may update: the update that takes the text then takes no longer than
    /// for any other. What is no article is left to that update.
    /// </summary>
    /// <param name="file">Relative to the project folder, with <c>/</c>.</param>
    /// <param name="text">All of its text.</param>
    /// <param name="cancellation">Looked at before it is read.</param>
    public void Prepare(string file, string text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        if (current is not { Files: { } listed, Articles: { } last } snapshot)
            return;
        OpenTexts open;
        lock (opening)
            open = texts.With(file, new OpenText(text, 0));
        var prefix = listed.Root.Length == 0 ? "" : listed.Root + "/";
        if (!file.StartsWith(prefix, StringComparison.Ordinal) || last.Find(file[prefix.Length..]) is not (>= 0 and var index))
            return;
        var source = new ArticleSource(snapshot.Configuration, listed, new ArticleMemory(last, [], ImmutableDictionary<string, PreparedArticle>.Empty), open, DateTime.UtcNow.Ticks, verifies: true, threads: 1);
        var read = source.ReadAgain(last with { TakingIn = [] }, [index], cancellation).Articles[index];
        lock (opening)
            prepared = prepared.SetItem(file[prefix.Length..], new PreparedArticle(snapshot.Configuration, read));
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
        var paged = request with { PageFiles = [.. pages.Find(changed)] };
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
        var application = ApplicationFiles.Read(paged, current?.Application, open.Read);
        if (before?.Reporting?.Hash != reporting.Hash || before.Application?.Hash != application.Hash)
            before = null;
        string[] named = [.. suspects?.Select(suspect => suspect.Path) ?? []];
        var articles = Read(before, reporting, covered, open, suspects is null ? null : named, cancellation);
        files = listed;
        return before is not null && before.IsStillTrue(request, covered, articles, named)
            ? before.TakenAgain(covered, articles)
            : WorkspaceSnapshot.Make(request, parsed, reporting, application, covered, articles, before, named, current?.Diagnostics ?? [], cancellation);
    }

    private ArticleReadings Read(
        WorkspaceSnapshot? before, ReportingFiles reporting, FileMap covered, OpenTexts open, IReadOnlyCollection<string>? suspects, CancellationToken cancellation)
    {
        if (before?.Articles is { } last)
        {
            var ahead = PreparedFor(before.Configuration);
            var known = new ArticleMemory(last, suspects ?? [], ahead);
            // Reason: of a project of any size, a keystroke costs the one article.
            return suspects is not null && before.FindSuspects(covered, suspects) is { } some
                ? SourceOf(known).ReadAgain(last, some, cancellation)
                : SourceOf(known).Read(cancellation);
        }

        var directory = StateDirectory.ForReading(request.OutputDirectory);
        var state = StateFile.ReadHead(directory.StateFile);
        using var store = ArticleStore.Open(directory, state?.FactsKey == BuildKeys.Of(request, configured!.Hash).Facts ? state : null);
        return SourceOf(new RecalledArticles(store)).Read(cancellation);

        ArticleSource SourceOf(IKnownArticles known) => new(
            before?.Configuration ?? WorkspaceSnapshot.ConfigurationFor(request, parsed!, reporting, ApplicationFiles.None, covered), covered, known, open, DateTime.UtcNow.Ticks, verifies: false, request.MaxParallelism);
    }

    private ImmutableDictionary<string, PreparedArticle> PreparedFor(ContentConfiguration configuration)
    {
        lock (opening)
            return prepared = prepared.RemoveRange(prepared.Where(ahead => !ReferenceEquals(ahead.Value.Configuration, configuration)).Select(ahead => ahead.Key));
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
