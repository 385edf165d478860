using System.Collections.Immutable;
using Content.Compiler.Baselines;
using Content.Compiler.Diagnostics;
using Content.Compiler.Severities;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration;

/// <summary>
/// The files besides content.json that say how faults are reported: <c>.editorconfig</c> and <c>.globalconfig</c> around and among the articles, and the baseline.
/// They are hashed at once, and parsed only when something is judged. No fact of an article depends on them.
/// </summary>
internal sealed class ReportingFiles
{
    /// <summary>The largest that was found has 40 kB.</summary>
    private const int MostBytes = 1024 * 1024;

    private const string EditorConfig = ".editorconfig";
    private const string GlobalConfig = ".globalconfig";

    private readonly Func<string, SourceReading?>? open;
    private readonly string projectDirectory;
    private readonly Lazy<FolderSeverities> severities;
    private readonly Lazy<Baseline?> baseline;

    private ReportingFiles(string projectDirectory, ContentHash hash, List<ReportingFile> configs, ReportingFile? accepted, Func<string, SourceReading?>? open)
    {
        this.projectDirectory = projectDirectory;
        this.open = open;
        Hash = hash;
        severities = new(() => configs.Count == 0 ? FolderSeverities.None : FolderSeverities.Of(projectDirectory, [.. configs.Select(Parse)]));
        baseline = new(() => accepted is null ? null
            : accepted.Text is { } text ? Baseline.Parse(text)
            : new Baseline(Baseline.FileName, [], [accepted.Failure!]));
    }

    /// <summary>Those beside the project, whether or not they exist, absolute: what hosts watch besides the content and content.json.</summary>
    public static string[] BesideProject(CompilationRequest request) =>
        [.. new[] { Baseline.FileName, EditorConfig, GlobalConfig }.Select(name => Path.Combine(request.ProjectDirectory, name))];

    /// <summary>Of the names and bytes of all of them.</summary>
    public ContentHash Hash { get; }

    /// <summary>What the files say of severities.</summary>
    public FolderSeverities Severities => severities.Value;

    /// <summary>What holds the found against the accepted; null where there is no baseline.</summary>
    public BaselineCheck? Accepted => baseline.Value is { } accepted ? new BaselineCheck(accepted, TextOf, Exists) : null;

    /// <summary>The text of a file, as diagnostics name it; null where it cannot be had.</summary>
    public SourceText? TextOf(string file) => (open?.Invoke(file) ?? SourceReader.Read(Path.GetFullPath(file, projectDirectory), file)).Text;

    /// <summary>Finds the files and reads them.</summary>
    /// <param name="request">The project.</param>
    /// <param name="files">What lies below the content root.</param>
    /// <param name="open">The text of a file that an editor holds; null where none does.</param>
    public static ReportingFiles Read(CompilationRequest request, FileMap files, Func<string, SourceReading?>? open = null)
    {
        var project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.ProjectDirectory));
        var hash = new Fingerprint().Add(request.AcceptsBaseline ? 1 : 0).Add(request.ShrinksBaseline ? 1 : 0);
        var configs = new List<ReportingFile>();
        foreach (var path in Find(request, project, files))
        {
            var file = ReportingFile.Read(path, Path.GetRelativePath(project, path).Replace(Path.DirectorySeparatorChar, '/'), MostBytes, EditorConfigErrors.TooLarge);
            hash.Add(file.Name).Add(file.Hash);
            configs.Add(file);
        }

        ReportingFile? accepted = null;
        var baseline = Path.Combine(project, Baseline.FileName);
        if (!request.AcceptsBaseline && open?.Invoke(Baseline.FileName) is { } opened)
            accepted = ReportingFile.Of(Baseline.FileName, baseline, opened);
        else if (!request.AcceptsBaseline && Path.Exists(baseline))
            accepted = ReportingFile.Read(baseline, Baseline.FileName, Baseline.MostBytes, BaselineErrors.TooLarge);
        if (accepted is not null)
            hash.Add(accepted.Name).Add(accepted.Hash);
        return new ReportingFiles(project, hash.Value, configs, accepted, open);
    }

    /// <summary>Each once, by path: those above the project and the content root, among the articles, and those that the project names.</summary>
    private static SortedSet<string> Find(CompilationRequest request, string project, FileMap files)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var root = Path.GetFullPath(files.Root, project);
        foreach (var start in new[] { project, root })
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                Take(Path.Combine(folder, EditorConfig));
                Take(Path.Combine(folder, GlobalConfig));
            }
        }

        foreach (var file in files.Files)
        {
            if (file.Reach == FileReach.Inside && (file.Name.Equals(EditorConfig, StringComparison.Ordinal) || file.Name.Equals(GlobalConfig, StringComparison.Ordinal)))
                found.Add(Path.GetFullPath(file.File, project));
        }

        foreach (var named in request.AnalyzerConfigFiles)
            Take(Path.GetFullPath(named, project));
        return found;

        void Take(string path)
        {
            if (File.Exists(path))
                found.Add(path);
        }
    }

    private static EditorConfigFile Parse(ReportingFile file)
    {
        var folder = FolderSeverities.WithSlashes(Path.GetDirectoryName(file.Path)!);
        return file.Text is { } text
            ? EditorConfigFile.Parse(text, folder, Path.GetFileName(file.Path) == GlobalConfig)
            : EditorConfigFile.Unreadable(file.Name, folder, file.Failure!);
    }

    private bool Exists(string file) => File.Exists(Path.GetFullPath(file, projectDirectory));

    /// <param name="Path">Absolute.</param>
    /// <param name="Name">As diagnostics name it.</param>
    /// <param name="Hash">Of its bytes; of one that cannot be read, of the reason.</param>
    /// <param name="Text">Null where it cannot be read.</param>
    /// <param name="Failure">Why not.</param>
    private sealed record ReportingFile(string Path, string Name, ContentHash Hash, SourceText? Text, Diagnostic? Failure)
    {
        public static ReportingFile Of(string name, string path, SourceReading reading) =>
            new(path, name, reading.Text is null ? new Fingerprint().Add(reading.Failure!.Message).Value : reading.Hash, reading.Text, reading.Failure);

        public static ReportingFile Read(string path, string name, int most, Func<string, long, long, Diagnostic> tooLarge)
        {
            try
            {
                var length = new FileInfo(path).Length;
                return Of(name, path, length > most ? SourceReading.Failed(tooLarge(name, length, most)) : SourceReader.Decode(name, RegularFile.ReadAllBytes(path, most)));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return Of(name, path, SourceReading.Failed(SourceErrors.Unreadable(name, failure.Message)));
            }
        }
    }
}
