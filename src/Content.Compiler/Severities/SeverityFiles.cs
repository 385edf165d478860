using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Severities;

/// <summary>The <c>.editorconfig</c> and <c>.globalconfig</c> files that speak of some files: hashed at once, and parsed only when something is judged.</summary>
internal sealed class SeverityFiles
{
    /// <summary>The largest that was found has 40 kB.</summary>
    private const int MostBytes = 1024 * 1024;

    private readonly ImmutableArray<SettingsFile> files;
    private readonly Lazy<FolderSeverities> severities;

    private SeverityFiles(string projectDirectory, ImmutableArray<SettingsFile> files)
    {
        this.files = files;
        severities = new(() => files.IsEmpty ? FolderSeverities.None : FolderSeverities.Of(projectDirectory, [.. files.Select(Parse)]));
    }

    /// <summary>What they are called.</summary>
    public static ImmutableArray<string> Names { get; } = [".editorconfig", ".globalconfig"];

    /// <summary>Whether a file is one of them, by its name.</summary>
    public static bool IsName(ReadOnlySpan<char> name) => name is ".editorconfig" or ".globalconfig";

    /// <summary>What they say.</summary>
    public FolderSeverities Severities => severities.Value;

    /// <summary>Finds the files and reads them, each once, by path.</summary>
    /// <param name="projectDirectory">Absolute: what diagnostics name files relative to.</param>
    /// <param name="folders">Absolute: those in them count, and those above.</param>
    /// <param name="named">What else counts, absolute, where it exists.</param>
    public static SeverityFiles Read(string projectDirectory, IEnumerable<string> folders, IEnumerable<string> named)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var start in folders)
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
                found.UnionWith(Names.Select(name => Path.Combine(folder, name)).Where(File.Exists));
        }

        found.UnionWith(named.Where(File.Exists));
        return new SeverityFiles(
            projectDirectory,
            [.. found.Select(path => SettingsFile.Read(path, Path.GetRelativePath(projectDirectory, path).Replace(Path.DirectorySeparatorChar, '/'), MostBytes, EditorConfigErrors.TooLarge))]);
    }

    /// <summary>Adds the names and bytes of all of them.</summary>
    public void AddTo(Fingerprint hash)
    {
        foreach (var file in files)
            hash.Add(file.Name).Add(file.Hash);
    }

    private static EditorConfigFile Parse(SettingsFile file)
    {
        var folder = FolderSeverities.WithSlashes(Path.GetDirectoryName(file.Path)!);
        if (file.Reading.Text is { } text)
            return EditorConfigFile.Parse(text, folder, Path.GetFileName(file.Path) == ".globalconfig");
        return file.Reading.Hash == default || SpeaksOfUs(file.Path)
            ? EditorConfigFile.Unreadable(file.Name, folder, file.Reading.Failure!)
            : EditorConfigFile.Parse(new SourceText(file.Name, ""), folder, isGlobalByName: false);
    }

    /// <summary>An old file in another encoding is nobody's business here, unless it sets a severity of ours.</summary>
    private static bool SpeaksOfUs(string path)
    {
        try
        {
            // Whatever the encoding, the letters of our settings are ASCII.
            var letters = Encoding.Latin1.GetString(RegularFile.ReadAllBytes(path, MostBytes)).Replace("\0", "", StringComparison.Ordinal);
            return letters.Contains("diagnostic.content", StringComparison.OrdinalIgnoreCase) || letters.Contains("category-content", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
