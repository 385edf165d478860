using System.Buffers.Binary;
using Content.Compiler.Catalogs;
using Content.Compiler.Workspaces;
using Content.Runtime;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>What is searched while articles change: what they say now, in the same bytes that a build makes.</summary>
public sealed class LiveSearchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_index_follows_the_articles()
    {
        folder.Write("content.json", """{ "collections": { "docs": { "type": "Doc", "files": "**/*.md", "url": "/{slug}/", "search": true, "fields": { "title": "string" } } } }""");
        folder.Write("content/a.md", "---\ntitle: A\n---\n\nZebras.\n");
        folder.Write("content/b.md", "---\ntitle: B\n---\n\nGiraffes.\n");
        var workspace = new Workspace(new CompilationRequest
        {
            ProjectDirectory = folder.Path,
            ConfigurationFile = folder.Full("content.json"),
            OutputDirectory = folder.Full("obj/content"),
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = 2,
        });
        var series = new CatalogSeries(new CatalogOptions("MySite"), 2);
        Assert.Equal("/a/", Find("zebras"));
        folder.Write("content/a.md", "---\ntitle: Lions\n---\n\nHippos.\n");
        folder.Write("content/new/c.md", "---\ntitle: C\n---\n\nZebras and giraffes.\n");
        Assert.Equal("/new/c/", Find("zebras"));
        Assert.Equal("/a/", Find("lions hippos"));
        Assert.Equal("/b/ /new/c/", Find("giraffes"));
        File.Delete(folder.Full("content/b.md"));
        Assert.Equal("/new/c/", Find("giraffes"));

        string Find(string query)
        {
            var snapshot = workspace.Update(TestContext.Current.CancellationToken);
            using var head = new MemoryStream();
            series.Next(snapshot.Site!).WriteBlobHead(head);
            using var whole = new MemoryStream();
            snapshot.PrepareCatalog(new CatalogOptions("MySite")).WriteBlob(whole);
            var built = whole.ToArray();
            var (length, bodies) = (Number(built, CatalogFormat.Header.SearchLength), Number(built, CatalogFormat.Header.BodiesLength));
            Assert.Equal(built[^(bodies + length)..^bodies], head.ToArray()[^length..]);
            return string.Join(" ", CompiledSite.Open(built).Search(query).Select(hit => hit.Entry.Url).Order(StringComparer.Ordinal));
        }
    }

    private static int Number(byte[] blob, int at) => BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(at));

    public void Dispose() => folder.Dispose();
}
