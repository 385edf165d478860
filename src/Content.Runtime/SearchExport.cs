using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace Content.Runtime;

/// <summary>
/// Divides the search index into files of which a browser fetches those that a query needs.
/// <c>index.json</c> names the shards by the first term of each; <c>terms/0.bin</c> and so on are blocks of terms with their postings, as the catalog has them;
/// <c>entries/0.json</c> and so on are the texts of the documents, for the few that are shown.
/// </summary>
internal static class SearchExport
{
    /// <summary>What a shard is to have in bytes, at least: a request costs as much as these.</summary>
    private const int ShardSize = 24 * 1024;

    public static IEnumerable<SearchFile> Files(SearchIndex index)
    {
        var shards = Divide(index);
        yield return new SearchFile("index.json", "application/json", WriteIndex(index, shards));
        for (var shard = 0; shard < shards.Count; shard++)
            yield return new SearchFile($"terms/{Number(shard)}.bin", "application/octet-stream", WriteShard(index, shards, shard));
        for (var document = 0; document < index.DocumentCount; document++)
            yield return new SearchFile($"entries/{Number(document)}.json", "application/json", WriteEntry(index.GetEntry(document)));
    }

    /// <summary>The first block of each shard.</summary>
    private static List<int> Divide(SearchIndex index)
    {
        var shards = new List<int>();
        var size = ShardSize;
        for (var block = 0; block < index.BlockCount; block++)
        {
            if (size >= ShardSize)
            {
                shards.Add(block);
                size = 0;
            }

            var (terms, postings) = index.GetBlocks(block, block + 1);
            size += terms.Length + postings.Length;
        }

        return shards;
    }

    private static ReadOnlyMemory<byte> WriteIndex(SearchIndex index, List<int> shards) => WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteNumber("documents", index.DocumentCount);
        json.WriteNumber("termsInBlock", SearchFormat.TermsInBlock);
        json.WriteNumber("scale", SearchFormat.Scale);
        json.WriteStartArray("shards");
        foreach (var block in shards)
            json.WriteStringValue(index.FirstTerm(block));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The number of terms and the length of what names them, 4 bytes each; then that, and the postings.</summary>
    private static byte[] WriteShard(SearchIndex index, List<int> shards, int shard)
    {
        var last = shard + 1 < shards.Count ? shards[shard + 1] : index.BlockCount;
        var (terms, postings) = index.GetBlocks(shards[shard], last);
        var file = new byte[2 * sizeof(int) + terms.Length + postings.Length];
        var count = Math.Min(last * SearchFormat.TermsInBlock, index.TermCount) - shards[shard] * SearchFormat.TermsInBlock;
        BinaryPrimitives.WriteInt32LittleEndian(file, count);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(sizeof(int)), terms.Length);
        terms.Span.CopyTo(file.AsSpan(2 * sizeof(int)));
        postings.Span.CopyTo(file.AsSpan(2 * sizeof(int) + terms.Length));
        return file;
    }

    private static ReadOnlyMemory<byte> WriteEntry(IContentEntry entry) => WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("url", entry.Url);
        json.WriteString("title", entry.Title ?? entry.Slug);
        json.WriteString("excerpt", entry.Excerpt);
        json.WriteStartArray("sections");
        var sections = new BodySections(entry.Body.Utf8.Span, entry.Headings);
        for (var section = 0; section < sections.Count; section++)
        {
            var text = HtmlText.Extract(sections.GetHtml(section));
            if (text.Length == 0)
                continue;
            json.WriteStartObject();
            if (sections.GetHeading(section) is { } heading)
            {
                json.WriteString("id", heading.Id);
                json.WriteString("heading", heading.Text);
            }

            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> WriteJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        return buffer.WrittenMemory;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
