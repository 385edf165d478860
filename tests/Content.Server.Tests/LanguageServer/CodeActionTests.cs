using System.Text.Json.Nodes;

namespace Content.Server.Tests.LanguageServer;

/// <summary>Every offer is taken, one by one: afterwards what it was for is gone, and nothing new is there.</summary>
public sealed class CodeActionTests : IDisposable
{
    private static readonly Dictionary<string, string> files = new(StringComparer.Ordinal)
    {
        ["content.json"] = """
            {
              "enums": { "Tag": ["dotnet", "msbuild"] },
              "collections": {
                "posts": {
                  "type": "Post",
                  "files": "posts/**/*.{md,html}",
                  "fields": {
                    "title": "string",
                    "date": "date",
                    "tags": "Tag[]?",
                    "level": ["low", "high"],
                    "author": "Author",
                    "count": { "type": "int", "min": 3 }
                  }
                },
                "authors": { "type": "Author", "files": "authors/*", "fields": { "name": "string" } }
              }
            }
            """,
        ["content/authors/jane.yml"] = "name: Jane\n",
        ["content/posts/second.md"] = "---\ntitle: Second\ndate: 2026-01-01\nlevel: low\nauthor: jane\ncount: 3\n---\n# Second\n\n## Intro\n",
        ["content/posts/bare.md"] = "# No front matter\n\nText.\n",
        ["content/posts/some.md"] = "---\ntitle: Some\nlevl: low\ntags: [msbuld, other]\ndate: 2026-01-01\nsource: here\nauthor: jane\ncount: 3\n---\n# Some\n\n[x](secnd.md) and [y](second.md#into)\n\n- [z](Second.md)\n  [w](second.md#intr)\n\n| a |\n|---|\n| [t](gone/away.md) |\n\n> [q](secnd.md)\n",
        ["content/posts/toml.md"] = "+++\ntitle = \"T\"\n+++\n# T\n",
        ["content/posts/json.md"] = "{ \"title\": \"J\" }\n# J\n",
        ["content/posts/page.html"] = "---\ntitle: P\ndate: 2026-01-01\nlevel: middle\nauthor: jane\ncount: 3\n---\n<p><a href=\"secnd.md\">x</a></p>\n",
    };

    private readonly EditedSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Every_offer_solves_what_it_is_for_and_breaks_nothing()
    {
        Reset();
        var before = site.Build();
        var offers = new List<(string File, JsonNode Action)>();
        await using (var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern()))
        {
            foreach (var file in files.Keys)
            {
                var all = EditorClient.Of(site.Full(file));
                all["range"] = EditorClient.Range(0, 0, 1000, 0);
                all["context"] = new JsonObject { ["diagnostics"] = new JsonArray(), ["only"] = new JsonArray("quickfix", "source.fixAll") };
                offers.AddRange((await client.RequestAsync("textDocument/codeAction", all))!.AsArray().Select(action => (file, action!.DeepClone())));
            }
        }

        var titles = offers.Select(offer => (string)offer.Action["title"]!).ToList();
        Assert.Contains("Insert the field 'date'", titles);
        Assert.Contains("Insert all 5 required fields", titles);
        Assert.Contains("Rename the key 'levl' to 'level'", titles);
        Assert.Contains("Replace with 'msbuild'", titles);
        Assert.Contains("Declare the field 'source' in content.json", titles);
        Assert.Contains("Add 'other' to Tag in content.json", titles);
        Assert.Contains(titles, title => title.StartsWith("Fix all ", StringComparison.Ordinal));
        Assert.Contains("Fix everything that has one certain fix", titles);
        Assert.Contains("Suppress CONTENT2001 here", titles);
        Assert.Contains("Suppress CONTENT2001 in this file", titles);
        foreach (var (file, action) in offers)
        {
            Reset();
            site.Apply(action["edit"]!);
            var after = site.Build();
            var title = $"{file}: {(string)action["title"]!}";
            Assert.True(after.Count < before.Count, $"{title} solved nothing:\n{string.Join('\n', after)}");
            var left = before.GroupBy(Kind).ToDictionary(group => group.Key, group => group.Count());
            foreach (var kind in after.GroupBy(Kind))
                Assert.True(kind.Count() <= left.GetValueOrDefault(kind.Key), $"{title} made something new: {kind.Key}\n{string.Join('\n', after)}");
        }
    }

    /// <summary>A diagnostic's file and code: its place moves with other lines, and its message names what is there besides.</summary>
    private static string Kind(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"\([\d,]+\)|(?<=CONTENT\d{4}).*", "");

    /// <summary>The files as they were, in the same folder, so that their URIs stay.</summary>
    private void Reset()
    {
        foreach (var (file, text) in files)
            site.Write(file, text);
    }
}
