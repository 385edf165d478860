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
    public static ConfigurationFile Read(CompilationRequest request)
    {
        var file = Path.GetRelativePath(request.ProjectDirectory, request.ConfigurationFile).Replace(Path.DirectorySeparatorChar, '/');
        if (File.Exists(request.ConfigurationFile))
            return new ConfigurationFile(SourceReader.Read(request.ConfigurationFile, file), null, request.Namespace);
        return new ConfigurationFile(null, request.ConfigurationIsRequired ? SourceErrors.ConfigurationMissing(file) : null, request.Namespace);
    }

    /// <summary>The content folder that the file names, else the default; without reading the rest, and without a word on what is wrong.</summary>
    public string ReadRoot() => reading?.Text is { } text ? ConfigurationReader.ReadRoot(text) : DefaultConfiguration.Root;

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
