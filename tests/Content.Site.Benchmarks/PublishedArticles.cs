using System.Buffers.Binary;
using Content.Benchmarks;
using Content.Compiler;
using Content.Compiler.Catalogs;
using Content.Compiler.Workspaces;
using Content.Runtime;
using Content.Testing;

namespace Content.Site.Benchmarks;

/// <summary>A catalog without the C# that a build would generate for it.</summary>
internal static class PublishedArticles
{
    /// <summary>Compiles a project and writes the blob.</summary>
    public static void Compile(string project, string blob)
    {
        var snapshot = new Workspace(new CompilationRequest
        {
            ProjectDirectory = project,
            ConfigurationFile = Path.Combine(project, "content.json"),
            OutputDirectory = Path.Combine(project, "obj"),
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = 2,
        }).Update(CancellationToken.None);
        using var stream = File.Create(blob);
        snapshot.PrepareCatalog(new CatalogOptions()).WriteBlob(stream);
    }

    /// <summary>The posts, which are the most.</summary>
    public static TextCollection Open(string blob)
    {
        var bytes = File.ReadAllBytes(blob);
        var key = new CatalogKey("benchmark", BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(CatalogFormat.Header.Shape)), BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(CatalogFormat.Header.Symbols)));
        var catalog = new ContentCatalog(MappedBytes.Of(new MemoryStream(bytes)), "The blob", key, static catalog =>
            [.. Enumerable.Range(0, catalog.CollectionCount).Select(number => new TextCollection(catalog, number))]);
        return (TextCollection)catalog.Collections.MaxBy(collection => collection.Count)!;
    }
}
