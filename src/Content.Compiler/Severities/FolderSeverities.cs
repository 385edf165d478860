using System.Collections.Concurrent;
using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Severities;

/// <summary>
/// The severities that <c>.editorconfig</c> and <c>.globalconfig</c> files set, by their rules: of two sections of a file the later counts, of two files the one
/// nearer to what is judged, up to one with <c>root = true</c>; a global file counts less than any of them, and the higher of two levels more.
/// </summary>
public sealed class FolderSeverities
{
    private readonly string projectDirectory;
    private readonly ImmutableArray<EditorConfigFile> global;
    private readonly ImmutableArray<EditorConfigFile> byFolder;
    private readonly HashSet<string> raised = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileSeverities> known = new(StringComparer.Ordinal);

    private FolderSeverities(string projectDirectory, ImmutableArray<EditorConfigFile> global, ImmutableArray<EditorConfigFile> byFolder, ImmutableArray<Diagnostic> diagnostics)
    {
        this.projectDirectory = projectDirectory;
        this.global = global;
        this.byFolder = byFolder;
        Diagnostics = diagnostics;
        IsEmpty = !global.Concat(byFolder).Any(file => file.IsOfInterest);
        foreach (var setting in global.Concat(byFolder).SelectMany(file => file.Sections).SelectMany(section => section.Settings))
        {
            if (setting.Code is not null && setting.Severity is not DiagnosticSeverity.None)
                raised.Add(setting.Code);
        }
    }

    /// <summary>None are set.</summary>
    public static FolderSeverities None { get; } = new("", [], [], []);

    /// <summary>Whether no file sets any.</summary>
    public bool IsEmpty { get; }

    /// <summary>What is wrong with the files.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Takes the files, in any order.</summary>
    /// <param name="projectDirectory">Absolute: what paths of diagnostics count from.</param>
    /// <param name="files">Each once.</param>
    internal static FolderSeverities Of(string projectDirectory, IReadOnlyCollection<EditorConfigFile> files)
    {
        var diagnostics = files.SelectMany(file => file.Diagnostics).ToList();
        var globals = files.Where(file => file.IsGlobal && file.IsOfInterest).OrderBy(file => file.Level).ThenBy(file => file.File, StringComparer.Ordinal).ToArray();
        foreach (var (key, setting, file, other) in FindConflicts(globals))
            diagnostics.Add(EditorConfigErrors.Conflict(file.File, setting.Range, key, other.File));
        return new FolderSeverities(
            WithSlashes(projectDirectory),
            [.. globals],
            [.. files.Where(file => !file.IsGlobal).OrderBy(file => file.Folder.Length).ThenBy(file => file.File, StringComparer.Ordinal)],
            [.. diagnostics.Order()]);
    }

    /// <summary>A path as these files are compared: with <c>/</c>, and without one at the end.</summary>
    internal static string WithSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/');

    /// <summary>Whether some file sets a severity of the code other than <c>none</c>, so that it may be reported although it is off elsewhere.</summary>
    internal bool MayReport(string code) => raised.Contains(code);

    /// <summary>What is set for a code in a file; null where nothing is.</summary>
    /// <param name="file">Relative to the project folder, with <c>/</c>.</param>
    /// <param name="code">The code.</param>
    /// <param name="own">What it is by itself, for <c>default</c>.</param>
    internal DiagnosticSeverity? Find(string file, string code, DiagnosticSeverity own) =>
        !IsEmpty && SeveritiesOf(file).ByCode.TryGetValue(code, out var set) ? set ?? own : null;

    /// <summary>What is set for all codes in a file; null where nothing is.</summary>
    internal DiagnosticSeverity? FindCategory(string file, DiagnosticSeverity own) =>
        !IsEmpty && SeveritiesOf(file) is { HasCategory: true } set ? set.Category ?? own : null;

    private FileSeverities SeveritiesOf(string file) => known.GetOrAdd(file, Collect);

    private FileSeverities Collect(string file)
    {
        var full = WithSlashes(Path.GetFullPath(file, projectDirectory.Length == 0 ? "/" : projectDirectory));
        var severities = new FileSeverities();
        foreach (var config in global)
        {
            foreach (var section in config.Sections)
            {
                if (section.Name is null || section.Name == full)
                    severities.Take(section);
            }
        }

        foreach (var (key, _, _, _) in FindConflicts(global))
            severities.Forget(key);
        var above = byFolder.Where(config => full.Length > config.Folder.Length && full[config.Folder.Length] == '/' && full.StartsWith(config.Folder, StringComparison.Ordinal)).ToList();
        foreach (var config in above.Skip(Math.Max(0, above.FindLastIndex(config => config.IsRoot))))
        {
            var path = full[(config.Folder.Length + 1)..];
            foreach (var section in config.Sections)
            {
                if (section.Glob!.IsMatch(path))
                    severities.Take(section);
            }
        }

        return severities;
    }

    /// <summary>What two global files of the highest level that sets it set differently, for the whole project.</summary>
    private static IEnumerable<(string Key, EditorConfigSetting Setting, EditorConfigFile File, EditorConfigFile Other)> FindConflicts(IReadOnlyList<EditorConfigFile> global)
    {
        var settings = global.SelectMany(file => file.Sections.Where(section => section.Name is null)
            .SelectMany(section => section.Settings).Select(setting => (Key: setting.Code ?? "dotnet_analyzer_diagnostic.category-Content.severity", Setting: setting, File: file)));
        foreach (var group in settings.GroupBy(found => found.Key, StringComparer.Ordinal))
        {
            var level = group.Max(found => found.File.Level);
            var highest = group.Where(found => found.File.Level == level).GroupBy(found => found.File).Select(ofFile => ofFile.Last()).ToArray();
            if (highest.Length > 1 && highest[^1].Setting.Severity != highest[0].Setting.Severity)
                yield return (group.Key, highest[^1].Setting, highest[^1].File, highest[0].File);
        }
    }

    private sealed class FileSeverities
    {
        public Dictionary<string, DiagnosticSeverity?> ByCode { get; } = new(StringComparer.Ordinal);

        public bool HasCategory { get; private set; }

        public DiagnosticSeverity? Category { get; private set; }

        public void Take(EditorConfigSection section)
        {
            foreach (var setting in section.Settings)
            {
                if (setting.Code is not null)
                    ByCode[setting.Code] = setting.Severity;
                else
                    (HasCategory, Category) = (true, setting.Severity);
            }
        }

        public void Forget(string key)
        {
            if (!ByCode.Remove(key) && !key.StartsWith("CONTENT", StringComparison.Ordinal))
                HasCategory = false;
        }
    }
}
