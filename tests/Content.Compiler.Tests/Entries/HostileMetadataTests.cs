namespace Content.Compiler.Tests.Entries;

/// <summary>Metadata that nobody wrote by hand: each ends in a coded diagnostic at its place, soon, and with few lines.</summary>
public sealed class HostileMetadataTests : IDisposable
{
    private const int Million = 1_000_000;
    private const string Configuration = """
        {
          "collections": {
            "things": {
              "type": "Thing", "files": "*.{md,yml,toml,json}",
              "fields": {
                "n": "int?", "numbers": "int[]?", "words": { "type": "string[]?", "maxLength": 3 }, "text": { "type": "string?", "pattern": "(a+)+$" },
                "items": { "type": "object[]?", "fields": { "n": "int" } }, "level": { "type": ["low", "high"], "default": "low" }, "other": "Thing[]?", "day": "date?"
              }
            }
          }
        }
        """;

    private readonly TemporaryProject project = new();

    public HostileMetadataTests() => project.Write("content.json", Configuration);

    public static TheoryData<string, string, string[]> Inputs => new()
    {
        { "a.md", "---\nnumbers: [" + Repeat("1, ", Million) + "1]\n---\n", [] },
        { "a.md", "---\nnumbers:\n" + Repeat("- 1\n", Million) + "---\n", [] },
        { "a.toml", "numbers = [" + Repeat("1,", Million) + "]", [] },
        { "a.json", "{\"numbers\": [" + Repeat("1,", Million) + "1]}", [] },
        { "a.md", "---\nnumbers: [" + Repeat("x, ", Million) + "1]\n---\n", ["CONTENT1002"] },
        { "a.json", "{\"items\": [" + Repeat("{},", Million) + "{}]}", ["CONTENT1001"] },
        { "a.json", "{\"other\": [" + Repeat("\"x\",", Million) + "\"x\"]}", ["CONTENT1006"] },
        { "a.json", "{\"words\": [" + Repeat("\"x\",", Million) + "\"x\"]}", ["CONTENT1004"] },
        { "a.md", "---\ntext: " + Repeat("a", 4 * Million) + "b\n---\n", ["CONTENT1004"] },
        { "a.toml", "text = '" + Repeat("a", 4 * Million) + "b'", ["CONTENT1004"] },
        { "a.md", "---\n" + Lines(300_000, index => $"key{index}: 1") + "---\n", ["CONTENT1003"] },
        { "a.toml", Lines(300_000, index => $"key{index} = 1"), ["CONTENT1003"] },
        { "a.json", "{" + string.Join(",", Enumerable.Range(0, 300_000).Select(index => $"\"key{index}\":1")) + "}", ["CONTENT1003"] },
        { "a.md", "---\n" + Repeat("n: 1\n", 300_000) + "---\n", ["CONTENT1007"] },
        { "a.json", "{" + Repeat("\"n\":1,", 300_000) + "\"n\":1}", ["CONTENT1007"] },
        { "a.toml", Repeat("n = 1\n", 300_000), ["CONTENT1007"] },
        { "a.md", "---\nn: " + Repeat("[", Million), ["CONTENT1009", "CONTENT1011"] },
        { "a.md", "---\nn: " + Repeat("[", Million) + "\n---\n", ["CONTENT1008"] },
        { "a.json", Repeat("{\"n\":", 700_000), ["CONTENT1002", "CONTENT1008"] },
        { "a.toml", "n = " + Repeat("[", Million), ["CONTENT1008"] },
        { "a.toml", "[" + Repeat("a.", Million) + "a]", ["CONTENT1008"] },
        { "a.md", "---\nn: \"" + Repeat("x", 4 * Million), ["CONTENT1009"] },
        { "a.yml", "a: &a [x]\n" + Lines(10_000, index => $"b{index}: &b{index} [*a, *a, *a, *a, *a, *a, *a, *a, *a]") + Lines(30, index => $"c{index}: &c{index} [*b{index}, *c{index - 1}, *c{index - 1}]"), ["CONTENT1003", "CONTENT1008"] },
        { "a.json", "{\"n\": " + Repeat("9", 4 * Million) + "}", ["CONTENT1002"] },
        { "a.json", "{\"level\": \"" + Repeat("l", 4 * Million) + "\"}", ["CONTENT1005"] },
        { "a.json", "{\"day\": \"2026-11-23T" + Repeat("0", 4 * Million) + "\"}", ["CONTENT1002"] },
    };

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public void It_ends_soon_in_few_words(string file, string text, string[] codes)
    {
        project.Write("content/" + file, text);
        var diagnostics = project.Compile().Diagnostics;
        Assert.Equal(codes, diagnostics.Select(diagnostic => diagnostic.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(diagnostics.Length, 0, 250);
        Assert.All(diagnostics, diagnostic => Assert.InRange(diagnostic.Message.Length, 1, 1_000));
    }

    public void Dispose() => project.Dispose();

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(index => line(index) + "\n"));
}
