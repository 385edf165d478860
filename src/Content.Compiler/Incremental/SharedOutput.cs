using System.Collections.Immutable;
using System.IO.Hashing;
using Content.Compiler.Configuration.JsonSchema;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>
/// Writes the schemas, which lie outside of the output directory and are shared: several builds of one project, one a target framework,
/// write the same files at the same time.
/// </summary>
internal static class SharedOutput
{
    /// <summary>The schemas of a state with the same configuration, if they are all as it left them; otherwise null.</summary>
    public static ImmutableArray<OutputFile>? FindCurrent(CompilationRequest request, BuildState? state)
    {
        if (request.SchemaDirectory is not { } directory || state is null)
            return null;
        var below = Path.GetRelativePath(request.OutputDirectory, directory);
        ImmutableArray<OutputFile> schemas =
        [
            .. state.Outputs.Where(output => output.Name.EndsWith(SchemaFile.Extension, StringComparison.Ordinal)
                && Path.GetDirectoryName(output.Name) == below),
        ];
        return !schemas.IsEmpty && schemas.All(output => output.IsCurrent(request.OutputDirectory)) ? schemas : null;
    }

    /// <summary>Writes those whose bytes differ.</summary>
    /// <param name="request">Where they go.</param>
    /// <param name="schemas">What to write.</param>
    /// <param name="previous">What the last build left.</param>
    public static ImmutableArray<OutputFile> Write(CompilationRequest request, IEnumerable<SchemaFile> schemas, ImmutableArray<OutputFile> previous)
    {
        if (request.SchemaDirectory is not { } directory)
            return [];
        Directory.CreateDirectory(directory);
        var below = Path.GetRelativePath(request.OutputDirectory, directory);
        var written = ImmutableArray.CreateBuilder<OutputFile>();
        foreach (var schema in schemas)
            written.Add(Write(request.OutputDirectory, Path.Combine(below, schema.Name), schema.Bytes, previous));
        return written.ToImmutable();
    }

    /// <summary>Removes the schemas of collections that are no more.</summary>
    public static void RemoveOthers(CompilationRequest request, ImmutableArray<OutputFile> written)
    {
        if (request.SchemaDirectory is not { } directory)
            return;
        foreach (var file in Directory.EnumerateFiles(directory, "content.*" + SchemaFile.Extension))
        {
            if (written.All(kept => Path.GetFileName(kept.Name) != Path.GetFileName(file)))
                File.Delete(file);
        }
    }

    private static OutputFile Write(string directory, string name, byte[] bytes, ImmutableArray<OutputFile> previous)
    {
        try
        {
            return OutputFile.Write(directory, name, previous.FirstOrDefault(output => output.Name == name), stream => stream.Write(bytes));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && Holds(Path.Combine(directory, name), bytes))
        {
            // Another build was faster, and wrote what this one was about to.
            var info = new FileInfo(Path.Combine(directory, name));
            return new OutputFile(name, info.Length, info.LastWriteTimeUtc.Ticks, Crc64.HashToUInt64(bytes));
        }
    }

    private static bool Holds(string path, byte[] bytes) => File.Exists(path) && RegularFile.ReadAllBytes(path, int.MaxValue).AsSpan().SequenceEqual(bytes);
}
