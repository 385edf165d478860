using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Configuration;

/// <summary>content.json as it lies on disk: hashed at once, and parsed only when it is needed.</summary>
internal sealed class ConfigurationFile
{
    private readonly SourceReading? reading;
    private readonly Diagnostic? missing;
    private readonly string ownNamespace;

    private ConfigurationFile(SourceReading? reading, Diagnostic? missing, string ownNamespace)
    {
        this.reading = reading;
        this.missing = missing;
        this.ownNamespace = ownNamespace;
    }

    /// <summary>Of the file's bytes; zero where the defaults are built in.</summary>
    public ContentHash Hash => reading?.Hash ?? default;

    /// <summary>Reads the file that the request names; where there is none and nobody asked for one, the defaults stand in.</summary>
    /// <param name="request">Names the file.</param>
    /// <param name="open">Its text where an editor holds it, given its path as diagnostics have it; null where none does.</param>
    public static ConfigurationFile Read(CompilationRequest request, Func<string, SourceReading?>? open = null)
    {
        var file = Path.GetRelativePath(request.ProjectDirectory, request.ConfigurationFile).Replace(Path.DirectorySeparatorChar, '/');
        if (open?.Invoke(file) is { } text)
            return new ConfigurationFile(text, null, request.Namespace);
        // Reason: a folder or a link to nothing of that name is not the same as no file, for which the defaults stand in.
        if (Path.Exists(request.ConfigurationFile) || new FileInfo(request.ConfigurationFile).LinkTarget is not null)
            return new ConfigurationFile(SourceReader.Read(request.ConfigurationFile, file), null, request.Namespace);
        return new ConfigurationFile(null, request.ConfigurationIsRequired ? SourceErrors.ConfigurationMissing(file) : null, request.Namespace);
    }

    /// <summary>The content folder that the file names, else the default; without reading the rest, and without a word on what is wrong.</summary>
    public string ReadRoot() => reading?.Text is { } text ? ConfigurationReader.ReadRoot(text) : DefaultConfiguration.Root;

    /// <summary>
    /// The content folder, absolute, where the file asks when its articles were last changed; else null. Most files do not mention that, and are not parsed for it.
    /// </summary>
    public string? FindHistoryRoot(CompilationRequest request) =>
        reading?.Text?.Text.Contains("\"lastModified\"", StringComparison.Ordinal) == true && Parse().Configuration is { ReadsHistory: true, Root: var root }
            ? Path.GetFullPath(request.Root ?? root, request.ProjectDirectory)
            : null;

    /// <summary>Whether both mean the same: the same bytes, or the same lack of a file. What could not be read may be anything.</summary>
    public bool IsSameAs(ConfigurationFile other) =>
        Hash == other.Hash && reading is null == other.reading is null && missing is null == other.missing is null && (reading is null || Hash != default);

    /// <summary>The configuration, and everything wrong with it.</summary>
    public ParsedConfiguration Parse()
    {
        if (missing is not null)
            return new ParsedConfiguration(DefaultConfiguration.Instance, [missing]);
        if (reading is not { } found)
            return ParseDefaults();
        if (found.Text is not { } text)
            return new ParsedConfiguration(DefaultConfiguration.Instance, [found.Failure!]);
        return ConfigurationReader.Read(text, ownNamespace);
    }

    private ParsedConfiguration ParseDefaults()
    {
        var hiding = DefaultConfiguration.Instance.Collections.Select(collection => collection.TypeName)
            .FirstOrDefault(type => CSharpName.HidesNamespace(type, ownNamespace));
        return new ParsedConfiguration(DefaultConfiguration.Instance, hiding is null ? [] : [PropertyErrors.TypeHidesNamespace(hiding, ownNamespace)]);
    }
}
