using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Content.Compiler.Catalogs.Blob;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>The words of an entry are all there and counted, however many and however long they are.</summary>
public sealed class DocumentWordsTests : IDisposable
{
    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(511, 0, 0)]
    [InlineData(512, 0, 0)]
    [InlineData(5_000, 0, 0)]
    [InlineData(5_000, 20, 0)]
    [InlineData(5_000, 0, 1 << 18)]
    public void Every_word_is_counted_once(int number, int length, int chunk)
    {
        var words = Enumerable.Range(0, number).Select(index => "w" + index.ToString(CultureInfo.InvariantCulture) + new string('x', length)).ToArray();
        project.Write("content.json", """{ "collections": { "docs": { "type": "Doc", "files": "*.md", "search": true, "fields": { "title": "string" } } } }""");
        project.Write("content/a.md", $"---\ntitle: Alpha w1{new string('x', length)}\n---\n\n## Beta w2{new string('x', length)} beta\n\n{string.Join(' ', words)} {words[^1]} gamma\n");
        project.Write("content/b.md", "---\ntitle: Other\n---\n\nshort\n");
        var entries = project.Compile().Site!.Collections[0].Entries;
        var reader = new DocumentWordsReader(chunk);

        // What an entry before it left in the tables is none of the next one's.
        var first = reader.Read(entries.Single(entry => entry.Slug == "a"), 0);
        var other = reader.Read(entries.Single(entry => entry.Slug == "b"), 0);

        var found = Unpack(first);
        Assert.Equal(first.Count, found.Count);
        Assert.Equal(number + 3, found.Count);
        Assert.Equal((number + 2 + 3, 2), (first.Length, first.TitleLength));
        Assert.Equal((0, 0, 1), found["alpha"]);
        Assert.Equal((2, 2, 0), found["beta"]);
        Assert.Equal((1, 0, 0), found["gamma"]);
        Assert.Equal((1, 0, 1), found[words[1]]);
        Assert.Equal((words.Length == 3 ? 3 : 2, 1, 0), found[words[2]]);
        if (number > 3)
            Assert.Equal((2, 0, 0), found[words[^1]]);
        foreach (var word in words[3..^Math.Min(1, words.Length - 3)])
            Assert.Equal((1, 0, 0), found[word]);
        Assert.Equal(["other", "short"], Unpack(other).Keys.Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, (int Text, int Headings, int Title)> Unpack(DocumentWords words)
    {
        var found = new Dictionary<string, (int, int, int)>(StringComparer.Ordinal);
        var packed = words.Packed.Span;
        for (var at = 0; at < packed.Length;)
        {
            int size = packed[at + 4];
            found.Add(
                Encoding.UTF8.GetString(packed.Slice(at + DocumentWords.HeadSize, size)),
                (BinaryPrimitives.ReadUInt16LittleEndian(packed[(at + 5)..]), packed[at + 7], packed[at + 8]));
            at += DocumentWords.HeadSize + size;
        }

        return found;
    }
}
