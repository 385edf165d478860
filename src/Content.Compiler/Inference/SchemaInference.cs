using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;
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
        schema = schema.Replace(Path.DirectorySeparatorChar, '/');
        if (Infer(files, schema, site, ImmutableHashSet<string>.Empty, cancellation) is not { } text)
            return new InferenceResult(null, [InferenceErrors.NoFile(files.Root)]);
        try
        {
            // Created, never opened: a file that came in between is somebody's work.
            using (var stream = new FileStream(request.ConfigurationFile, FileMode.CreateNew, FileAccess.Write))
                stream.Write(Encoding.UTF8.GetBytes(text));
            var next = NextBuild(request, cancellation);

            // Reason: what leads to other sites is found in the text, and some of it is code.
            if (next.Where(diagnostic => diagnostic.Code == DiagnosticCatalog.SuppressionUnused.Code && diagnostic.File == file).Select(diagnostic => PatternAt(text, diagnostic.Range)).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } needless
                && Infer(files, schema, site, needless, cancellation) is { } shorter)
            {
                text = shorter;
                File.WriteAllText(request.ConfigurationFile, text);
                next = next.RemoveAll(diagnostic => diagnostic.File == file);
            }

            return new InferenceResult(text, []) { NextBuild = Judge(next) };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new InferenceResult(null, [InferenceErrors.Unwritable(file, failure.Message)]);
        }
    }

    /// <summary>The text of a string in a file.</summary>
    private static string PatternAt(string text, TextRange range) => text.Split('\n')[range.StartLine - 1][(range.StartColumn - 1)..(range.EndColumn - 1)].Trim('"');

    /// <summary>What a build with the file will say besides what is wrong with links and markup, which no configuration can foresee: by code, how often.</summary>
    private static ImmutableArray<(string Code, int Count)> Judge(ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.Code.StartsWith("CONTENT2", StringComparison.Ordinal) && !DiagnosticCatalog.IsOfMarkup(diagnostic.Code))
            .GroupBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => (code.Key, code.Count())),
    ];

    private static ImmutableArray<Diagnostic> NextBuild(InferenceRequest request, CancellationToken cancellation)
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
        return new Workspace(project).Update(cancellation).Diagnostics;
    }

    /// <summary>The text of a content.json; null where there is nothing to infer from.</summary>
    public static string? Infer(FileMap files, string schema, CancellationToken cancellation) => Infer(files, schema, null, ImmutableHashSet<string>.Empty, cancellation);

    private static string? Infer(FileMap files, string schema, ForeignSite? site, IReadOnlySet<string> needless, CancellationToken cancellation)
    {
        var observed = ObservedFiles.Read(files, site?.ReadsMdx == true, site?.FrontMatterMayFollowSpace == true, cancellation);
        var all = observed;
        observed = site?.Choose(observed) ?? observed;
        var extras = site is null ? null : new ForeignExtras(ImmutableArray.Create([.. site.Ignored(all), .. site.Elsewhere(all), .. site.Absent(all, files), .. site.Moved(all, files), .. ForeignSite.OwnMachine(observed)]).RemoveAll(needless.Contains), site.ShortCodes(observed), site.Routes(observed));
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
        return ConfigurationText.Write(files.Root, schema, collections, shared, SkippedFiles.Describe(files, all, observed, groups), site, extras);
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
