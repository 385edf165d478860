using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

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
        var files = FileMap.Enumerate(request.ProjectDirectory, request.Root ?? DefaultConfiguration.Root, DefaultConfiguration.StaticFolders, cancellation);
        if (!files.RootExists)
            return new InferenceResult(null, [InferenceErrors.NoRoot(files.Root, files.RootIsFile)]);
        var schema = Path.GetRelativePath(Path.GetDirectoryName(request.ConfigurationFile)!, Path.Combine(request.ProjectDirectory, "obj", "content.schema.json"));
        if (Infer(files, schema.Replace(Path.DirectorySeparatorChar, '/'), cancellation) is not { } text)
            return new InferenceResult(null, [InferenceErrors.NoFile(files.Root)]);
        try
        {
            // Created, never opened: a file that came in between is somebody's work.
            using var stream = new FileStream(request.ConfigurationFile, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
            return new InferenceResult(text, []);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new InferenceResult(null, [InferenceErrors.Unwritable(file, failure.Message)]);
        }
    }

    /// <summary>The text of a content.json; null where there is nothing to infer from.</summary>
    public static string? Infer(FileMap files, string schema, CancellationToken cancellation)
    {
        var observed = ObservedFiles.Read(files, readsMdx: false, cancellation);
        var groups = FileGroups.Of(observed);
        if (groups.IsEmpty)
            return null;
        var named = GroupNames.Name(groups);
        var everywhere = ObservedKey.In([.. observed.Select(file => (file, file.Metadata))]).ToDictionary(key => key.Key, StringComparer.Ordinal);
        var enums = new SiteEnums(named.Select(group => (group.Name, ObservedKey.In([.. group.Group.Files.Select(file => (file, file.Metadata))]))));
        var inference = new CollectionInference(new FieldInference(files, new ReferenceTargets(named), enums, everywhere), new TitleInText());
        var drafts = ImmutableArray.CreateBuilder<InferredCollection>(named.Length);
        foreach (var group in named)
        {
            cancellation.ThrowIfCancellationRequested();
            drafts.Add(inference.Infer(group));
        }

        var (collections, shared) = InferredNames.Settle(drafts.MoveToImmutable());
        return ConfigurationText.Write(files.Root, schema, collections, shared);
    }
}

/// <summary>What came of the inference of a content.json.</summary>
/// <param name="Text">What was written; null where nothing was.</param>
/// <param name="Diagnostics">Why nothing was written.</param>
public sealed record InferenceResult(string? Text, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>What a first content.json is to be made of.</summary>
public sealed record InferenceRequest
{
    /// <summary>The project folder, absolute.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The file to write, absolute; it must not exist.</summary>
    public required string ConfigurationFile { get; init; }

    /// <summary>The content folder, relative to the project folder or absolute; null for the default.</summary>
    public string? Root { get; init; }
}
