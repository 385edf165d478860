using System.Globalization;
using System.Text;
using Content.Compiler.Catalogs;
using Content.Compiler.Workspaces;
using Content.Runtime;
using ReadSegments = Content.Runtime.BodySegments;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>States that follow one another, of which each brings only the bodies that are new: a reader finds in each what a whole blob holds.</summary>
public sealed class CatalogSeriesTests : IDisposable
{
    private static readonly CatalogOptions options = new();

    private readonly TemporaryProject project = new();
    private readonly CatalogSeries series = new(options, 1);
    private readonly Dictionary<BodySegment, (string Name, byte[] Bytes)> written = [];
    private ReadSegments last = ReadSegments.Of([], null!, static _ => throw new InvalidOperationException());

    public CatalogSeriesTests()
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
        Assert.Single(series.Bodies.Segments);

        project.Write("content/b.md", "# B\n\nSecond.\n");
        Assert.Equal(["Second."], Found(Follow(workspace), "First.", "Second."));
        Assert.Equal(2, series.Bodies.Segments.Count);
        Assert.InRange(series.Bodies.Segments[1].Length, 1, 100);
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
            Assert.InRange(series.Bodies.Segments.Count, 1, 24);
        }

        for (var save = 0; save < 10; save++)
        {
            project.Write("content/a.md", "# A\n\n" + new string((char)('c' + save), 3_000) + "\n");
            Follow(workspace);
            Assert.InRange(series.Bodies.Segments.Sum(segment => segment.Length), 3_000, 12_000);
        }
    }

    /// <summary>Lays out a state, reads it with what the state before had, and holds what it says of every article against the whole blob.</summary>
    /// <returns>All of that.</returns>
    private string Follow(Workspace workspace)
    {
        var snapshot = workspace.Update(TestContext.Current.CancellationToken);
        Assert.True(snapshot.Succeeded, string.Join('\n', snapshot.Diagnostics));
        using var whole = new MemoryStream();
        snapshot.PrepareCatalog(options).WriteBlob(whole);

        var catalog = series.Next(snapshot.Site!);
        using var head = new MemoryStream();
        catalog.WriteBlobHead(head);
        if (series.Bodies.HasNew)
        {
            using var bodies = new MemoryStream();
            series.Bodies.WriteNew(bodies);
            Assert.Equal(series.Bodies.Segments[^1].Length, bodies.Length);
            written.Add(series.Bodies.Segments[^1], (written.Count.ToString(CultureInfo.InvariantCulture), bodies.ToArray()));
        }

        var byName = written.Values.ToDictionary(file => file.Name, file => file.Bytes);
        last = ReadSegments.Of([.. series.Bodies.Segments.Select(segment => written[segment].Name)], last, name => Mapped(byName[name]));
        var expected = ContentsOf(Open(whole.ToArray(), null));
        Assert.Equal(expected, ContentsOf(Open(head.ToArray(), last)));
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

    /// <summary>All that a catalog says of the content of each entry.</summary>
    private static List<string> ContentsOf(ContentCatalog catalog)
    {
        var start = catalog.RecordsStart + catalog.ReadCollection(0, CatalogFormat.Collection.Records);
        var size = catalog.ReadCollection(0, CatalogFormat.Collection.RecordSize);
        return [.. Enumerable.Range(0, catalog.ReadCollection(0, CatalogFormat.Collection.Count)).Select(rank => ContentOf(catalog, start + rank * size))];
    }

    private static string ContentOf(ContentCatalog catalog, int record)
    {
        var headings = catalog.ReadSlot(record + CatalogFormat.Record.Headings);
        var count = (int)(headings >> 32);
        var at = catalog.LocateData((int)(uint)headings, count, CatalogFormat.HeadingSize);
        return string.Join('|', [
            catalog.ReadText(record + CatalogFormat.Record.Slug),
            catalog.ReadText(record + CatalogFormat.Record.Excerpt),
            catalog.ReadInt32(record + CatalogFormat.Record.WordCount).ToString(CultureInfo.InvariantCulture),
            .. Enumerable.Range(0, count).Select(heading => catalog.ReadText(at + heading * CatalogFormat.HeadingSize + 8) + " " + catalog.ReadText(at + heading * CatalogFormat.HeadingSize + 16)),
            Encoding.UTF8.GetString(catalog.ReadBody(record + CatalogFormat.Record.Body).Utf8.Span),
        ]);
    }
}
