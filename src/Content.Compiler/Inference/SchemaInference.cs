using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Inference;

/// <summary>From the files of a site to a content.json that they keep: group, name, type, write.</summary>
internal static class SchemaInference
{
    /// <summary>Infers and writes, or says why not.</summary>
    public static InferenceResult Run(InferenceRequest request, CancellationToken cancellation)
    {
        var file = Path.GetRelativePath(request.ProjectDirectory, request.ConfigurationFile).Replace(Path.DirectorySeparatorChar, '/');
        if (File.Exists(request.ConfigurationFile))
            return new InferenceResult(null, [InferenceErrors.Exists(file)]);
        var site = ForeignSite.Find(request.ProjectDirectory);
        var files = FileMap.Enumerate(request.ProjectDirectory, request.Root ?? site?.Settings.Root ?? DefaultConfiguration.Root, DefaultConfiguration.StaticFolders, cancellation);
        if (!files.RootExists)
            return new InferenceResult(null, [InferenceErrors.NoRoot(files.Root, files.RootIsFile)]);
        var schema = Path.GetRelativePath(Path.GetDirectoryName(request.ConfigurationFile)!, Path.Combine(request.ProjectDirectory, "obj", "content.schema.json"));
        if (Infer(files, schema.Replace(Path.DirectorySeparatorChar, '/'), site, cancellation) is not { } text)
            return new InferenceResult(null, [InferenceErrors.NoFile(files.Root)]);
        try
        {
            // Created, never opened: a file that came in between is somebody's work.
            using (var stream = new FileStream(request.ConfigurationFile, FileMode.CreateNew, FileAccess.Write))
                stream.Write(Encoding.UTF8.GetBytes(text));
            return new InferenceResult(text, []) { NextBuild = JudgeNextBuild(request, cancellation) };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new InferenceResult(null, [InferenceErrors.Unwritable(file, failure.Message)]);
        }
    }

    /// <summary>What a build with the file will say besides what is wrong with links and markup, which no configuration can foresee: by code, how often.</summary>
    private static ImmutableArray<(string Code, int Count)> JudgeNextBuild(InferenceRequest request, CancellationToken cancellation)
    {
        var project = new CompilationRequest
        {
            ProjectDirectory = request.ProjectDirectory,
            ConfigurationFile = request.ConfigurationFile,
            ConfigurationIsRequired = true,
            Root = request.Root,
            // Reason: nothing is there, so that nothing is known from before; and nothing is written by looking.
            OutputDirectory = Path.Combine(request.ProjectDirectory, "obj", "content.inferred"),
            IncludeUnpublished = true,
            BuildDate = DateOnly.MinValue,
            MaxParallelism = request.MaxParallelism,
        };
        return
        [
            .. new Workspace(project).Update(cancellation).Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.Code.StartsWith("CONTENT2", StringComparison.Ordinal) && !DiagnosticCatalog.IsOfMarkup(diagnostic.Code))
                .GroupBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => (code.Key, code.Count())),
        ];
    }

    /// <summary>The text of a content.json; null where there is nothing to infer from.</summary>
    public static string? Infer(FileMap files, string schema, CancellationToken cancellation) => Infer(files, schema, null, cancellation);

    private static string? Infer(FileMap files, string schema, ForeignSite? site, CancellationToken cancellation)
    {
        var observed = ObservedFiles.Read(files, site?.ReadsMdx == true, cancellation);
        var ignored = site?.Ignored(observed) ?? [];
        observed = site?.Choose(observed) ?? observed;
        var groups = site?.Settings.IsOneCollection == true && observed.Length > 0 ? [new FileGroup("", FileRole.Entry, observed)] : FileGroups.Of(observed);
        if (groups.IsEmpty)
            return null;
        var named = GroupNames.Name(groups);
        if (site is not null)
            named = [.. named.Select(site.Name)];
        var everywhere = ObservedKey.In([.. observed.SelectMany(file => file.Mappings)]).ToDictionary(key => key.Key, StringComparer.Ordinal);
        var enums = new SiteEnums(named.Select(group => (group.Name, ObservedKey.In([.. group.Group.Files.SelectMany(file => file.Mappings)]))));
        var inference = new CollectionInference(new FieldInference(files, new ReferenceTargets(named), enums, everywhere), new TitleInText());
        var drafts = ImmutableArray.CreateBuilder<InferredCollection>(named.Length);
        foreach (var group in named)
        {
            cancellation.ThrowIfCancellationRequested();
            drafts.Add(inference.Infer(group));
        }

        var (collections, shared) = InferredNames.Settle(drafts.MoveToImmutable());
        if (site is not null)
            collections = [.. collections.Select(site.Place)];
        return ConfigurationText.Write(files.Root, schema, collections, shared, SkippedFiles.Describe(files, observed, groups), site, ignored);
    }
}

/// <summary>What came of the inference of a content.json.</summary>
/// <param name="Text">What was written; null where nothing was.</param>
/// <param name="Diagnostics">Why nothing was written.</param>
public sealed record InferenceResult(string? Text, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What a build with the file says besides what is wrong with links and markup: by code, how often. Empty where it is about those alone.</summary>
    public ImmutableArray<(string Code, int Count)> NextBuild { get; init; } = [];
}

/// <summary>What a first content.json is to be made of.</summary>
public sealed record InferenceRequest
{
    /// <summary>The project folder, absolute.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The file to write, absolute; it must not exist.</summary>
    public required string ConfigurationFile { get; init; }

    /// <summary>The content folder, relative to the project folder or absolute; null for the default.</summary>
    public string? Root { get; init; }

    /// <summary>The most threads to use, at least 1.</summary>
    public int MaxParallelism { get; init; } = 1;
}
