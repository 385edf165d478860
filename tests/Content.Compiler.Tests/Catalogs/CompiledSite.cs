using System.Buffers.Binary;
using Content.Compiler.Tests.CaseRunner;
using Content.Runtime;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>A project of files, compiled as a build does it, whose blob is read without generated code. The first field of every collection is its title.</summary>
internal sealed class CompiledSite : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    public CompiledSite(string configuration, params IEnumerable<(string Path, string Text)> files)
    {
        folder.Write("content.json", configuration);
        foreach (var (path, text) in files)
            folder.Write("content/" + path, text);
        Result = Compile();
        said.AddRange(Result.Diagnostics.Select(CaseFolder.Format));
        if (Result.Succeeded)
            Catalog = Open(File.ReadAllBytes(Result.CatalogFile));
    }

    public CompilationResult Result { get; }

    public IReadOnlyList<string> Diagnostics => said;

    public ContentCatalog Catalog { get; } = null!;

    public byte[] Blob => File.ReadAllBytes(Result.CatalogFile);

    public TextCollection this[int collection] => (TextCollection)Catalog.Collections[collection];

    /// <summary>An article with a title and a body.</summary>
    public static (string Path, string Text) Article(string path, string title, string body, string fields = "") =>
        (path, $"---\ntitle: {title}\n{fields}---\n\n{body}\n");

    public static ContentCatalog Open(byte[] blob)
    {
        var key = new CatalogKey("tested", BinaryPrimitives.ReadUInt64LittleEndian(blob.AsSpan(CatalogFormat.Header.Shape)), BinaryPrimitives.ReadUInt64LittleEndian(blob.AsSpan(CatalogFormat.Header.Symbols)));
        return new ContentCatalog(MappedBytes.Of(new MemoryStream(blob)), "The blob", key, static catalog =>
        {
            var collections = new List<TextCollection>();
            for (var number = 0; number < catalog.CollectionCount; number++)
                collections.Add(new TextCollection(catalog, number));
            return [.. collections];
        });
    }

    public void Dispose() => folder.Dispose();

    private CompilationResult Compile() => ContentCompiler.Compile(
        new CompilationRequest
        {
            ProjectDirectory = folder.Path,
            ConfigurationFile = folder.Full("content.json"),
            OutputDirectory = folder.Full("obj/content"),
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = 2,
        },
        TestContext.Current.CancellationToken);
}
