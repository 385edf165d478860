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
    private readonly Func<string, SourceReading?>? open;
    private readonly string projectDirectory;
    private readonly SeverityFiles severities;
    private readonly Lazy<Baseline?> baseline;

    private ReportingFiles(string projectDirectory, ContentHash hash, SeverityFiles severities, SettingsFile? accepted, Func<string, SourceReading?>? open)
    {
        this.projectDirectory = projectDirectory;
        this.severities = severities;
        this.open = open;
        Hash = hash;
        baseline = new(() => accepted is null ? null
            : accepted.Reading.Text is { } text ? Baseline.Parse(text)
            : new Baseline(Baseline.FileName, [], [accepted.Reading.Failure!]));
    }

    /// <summary>Those beside the project, whether or not they exist, absolute: what hosts watch besides the content and content.json.</summary>
    public static string[] BesideProject(CompilationRequest request) =>
        [.. SeverityFiles.Names.Prepend(Baseline.FileName).Select(name => Path.Combine(request.ProjectDirectory, name))];

    /// <summary>Of the names and bytes of all of them.</summary>
    public ContentHash Hash { get; }

    /// <summary>What the files say of severities.</summary>
    public FolderSeverities Severities => severities.Severities;

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
        var root = Path.GetFullPath(files.Root, project);
        // Those above the project and the content root, among the articles, and those that the project names.
        var among = files.Files.Where(file => file.Reach == FileReach.Inside && SeverityFiles.IsName(file.Name)).Select(file => Path.GetFullPath(file.File, project));
        var severities = SeverityFiles.Read(project, [project, root], among.Concat(request.AnalyzerConfigFiles.Select(named => Path.GetFullPath(named, project))));
        severities.AddTo(hash);

        SettingsFile? accepted = null;
        var baseline = Path.Combine(project, Baseline.FileName);
        if (!request.AcceptsBaseline && open?.Invoke(Baseline.FileName) is { } opened)
            accepted = new SettingsFile(baseline, Baseline.FileName, opened);
        else if (!request.AcceptsBaseline && Path.Exists(baseline))
            accepted = SettingsFile.Read(baseline, Baseline.FileName, Baseline.MostBytes, BaselineErrors.TooLarge);
        if (accepted is not null)
            hash.Add(accepted.Name).Add(accepted.Hash);
        return new ReportingFiles(project, hash.Value, severities, accepted, open);
    }

    private bool Exists(string file) => File.Exists(Path.GetFullPath(file, projectDirectory));
}
