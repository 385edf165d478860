using System.Text;
using Content.Compiler.Catalogs;
using Content.Compiler.Workspaces;
using Content.Runtime;
using CatalogSegments = Content.Compiler.Catalogs.BodySegments;
using ReadSegments = Content.Runtime.BodySegments;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>States that follow one another, of which each brings only the bodies that are new: a reader finds in each what a whole blob holds.</summary>
public sealed class BodySegmentsTests : IDisposable
{
    private static readonly CatalogOptions options = new();

    private readonly TemporaryProject project = new();
    private readonly CatalogSegments segments = new();
    private readonly Dictionary<BodySegment, (string Name, byte[] Bytes)> written = [];
    private ReadSegments last = ReadSegments.Of([], null!, static _ => throw new InvalidOperationException());

    public BodySegmentsTests()
    {
        project.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "title": "string?" } } } }""");
        project.Write("content/a.md", "# A\n\n[b](b.md) " + new string('a', 3_000) + "\n");
        project.Write("content/b.md", "# B\n\nFirst.\n");
        project.Write("content/c.md", "");
        project.Write("content/d.md", "# D\n");
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_state_brings_only_what_has_changed()
    {
        var workspace = new Workspace(project.Request());
        Assert.Equal(["<h1", "First."], Found(Follow(workspace), "<h1", "First."));
        Assert.Single(segments.Segments);

        project.Write("content/b.md", "# B\n\nSecond.\n");
        Assert.Equal(["Second."], Found(Follow(workspace), "First.", "Second."));
        Assert.Equal(2, segments.Segments.Count);
        Assert.InRange(segments.Segments[1].Length, 1, 100);
    }

    [Fact]
    public void A_body_whose_link_has_another_address_is_new()
    {
        var workspace = new Workspace(project.Request());
        Follow(workspace);
        project.Write("content/b.md", "---\nslug: other\n---\n# B\n\nFirst.\n");
        Assert.Equal(["/pages/other"], Found(Follow(workspace), "/pages/other", "/pages/b/"));
    }

    [Fact]
    public void Many_states_keep_few_segments_and_little_that_nobody_reads()
    {
        var workspace = new Workspace(project.Request());
        Follow(workspace);
        for (var save = 0; save < 80; save++)
        {
            project.Write("content/b.md", $"# B\n\nText {save}.\n");
            Assert.Contains($"Text {save}.", Follow(workspace), StringComparison.Ordinal);
            Assert.InRange(segments.Segments.Count, 1, 24);
        }

        for (var save = 0; save < 10; save++)
        {
            project.Write("content/a.md", "# A\n\n" + new string((char)('c' + save), 3_000) + "\n");
            Follow(workspace);
            Assert.InRange(segments.Segments.Sum(segment => segment.Length), 3_000, 12_000);
        }
    }

    /// <summary>Lays out a state, reads it with what the state before had, and holds every body against the whole blob's.</summary>
    /// <returns>All bodies.</returns>
    private string Follow(Workspace workspace)
    {
        var snapshot = workspace.Update(TestContext.Current.CancellationToken);
        Assert.True(snapshot.Succeeded, string.Join('\n', snapshot.Diagnostics));
        using var whole = new MemoryStream();
        snapshot.PrepareCatalog(options).WriteBlob(whole);

        var catalog = snapshot.PrepareCatalog(options, segments);
        using var head = new MemoryStream();
        catalog.WriteBlobHead(head);
        if (segments.HasNew)
        {
            using var bodies = new MemoryStream();
            segments.WriteNew(bodies);
            Assert.Equal(segments.Segments[^1].Length, bodies.Length);
            written.Add(segments.Segments[^1], (written.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), bodies.ToArray()));
        }

        var byName = written.Values.ToDictionary(file => file.Name, file => file.Bytes);
        last = ReadSegments.Of([.. segments.Segments.Select(segment => written[segment].Name)], last, name => Mapped(byName[name]));
        var expected = BodiesOf(Open(whole.ToArray(), null));
        Assert.Equal(expected, BodiesOf(Open(head.ToArray(), last)));
        return string.Concat(expected);
    }

    private static string[] Found(string text, params string[] words) => [.. words.Where(word => text.Contains(word, StringComparison.Ordinal))];

    private static MappedBytes Mapped(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MappedBytes.Of(stream);
    }

    private static ContentCatalog Open(byte[] blob, ReadSegments? apart) => new(
        Mapped(blob),
        "The blob",
        new CatalogKey("test", BitConverter.ToUInt64(blob, CatalogFormat.Header.Shape), BitConverter.ToUInt64(blob, CatalogFormat.Header.Symbols)),
        static _ => [[]],
        apart: apart);

    private static List<string> BodiesOf(ContentCatalog catalog)
    {
        var start = catalog.RecordsStart + catalog.ReadCollection(0, CatalogFormat.Collection.Records);
        var size = catalog.ReadCollection(0, CatalogFormat.Collection.RecordSize);
        return [.. Enumerable.Range(0, catalog.ReadCollection(0, CatalogFormat.Collection.Count))
            .Select(rank => Encoding.UTF8.GetString(catalog.ReadBody(start + rank * size + CatalogFormat.Record.Body).Utf8.Span))];
    }
}
