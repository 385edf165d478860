using System.Globalization;
using System.Text;

namespace Content.Server.Tests.LanguageServer;

/// <summary>
/// Texts that are typed, cut and pasted at random places, so that most of the time they are broken: after each edit the server says what a compilation
/// from nothing says of the same texts. CONTENT_TYPING_EDITS makes it longer.
/// </summary>
public sealed class TypingTests
{
    private static readonly string[] pieces =
    [
        "---\n", "+++\n", "title: ", "date: 2026-01-01\n", "tags: [", "]", "[", "](", ")", "[x](b.md#", "#", "# Heading\n", "\n", "\r\n", "\n\n", "```\n", "<a href=\"", "\">", "<!-- content-ignore CONTENT2001 -->\n", "![", "[b]: b.md\n",
        "[^1]", "{", "}", "\"", "'", "a", "Wörter 😀", "\t", "- item\n", "| a | b |\n|---|---|\n", ": ", "draft: true\n", "<div", "</div>", "./c.md", "&#35;", "\\", "content", "author: jane\n",
    ];

    private static readonly string[] files = ["content/posts/a.md", "content/posts/b.md", "content/posts/c.html", "content/authors/jane.yml", "content.json"];

    [Theory]
    [InlineData("utf-16", 1)]
    [InlineData("utf-8", 2)]
    public async Task What_is_typed_is_judged_as_if_it_had_been_saved(string encoding, int seed)
    {
        var edits = Environment.GetEnvironmentVariable("CONTENT_TYPING_EDITS") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 60;
        using var site = new EditedSite();
        using var saved = new EditedSite();
        var random = new Random(seed);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["content.json"] = """
                {
                  "enums": { "Tag": ["one", "two"] },
                  "collections": {
                    "posts": { "type": "Post", "files": "posts/**/*.{md,html}", "fields": { "title": "string?", "date": "date?", "tags": "Tag[]?", "author": "Author?" } },
                    "authors": { "type": "Author", "files": "authors/*", "fields": { "name": "string" } }
                  }
                }
                """,
            ["content/posts/a.md"] = "---\ntitle: A\ntags: [one]\nauthor: jane\n---\n# A\n\n[b](b.md#b) and [c](c.html) ![x](x.png)\n",
            ["content/posts/b.md"] = "---\ntitle: B\n---\n# B\n\n[a][a] 😀 [a](a.md#a)\n\n[a]: a.md\n",
            ["content/posts/c.html"] = "<title>C</title><h2 id=\"c\">C</h2><a href=\"a.md\">a</a>\n",
            ["content/authors/jane.yml"] = "name: Jane\n",
        };
        foreach (var (file, text) in texts)
        {
            site.Write(file, text);
            saved.Write(file, text);
        }

        await using var client = await EditorClient.StartAsync([site.Path], EditorClient.Modern(encoding));
        Assert.Equal(encoding, (string)client.Capabilities["positionEncoding"]!);
        foreach (var file in files)
            client.Open(site.Full(file), texts[file]);
        for (var version = 2; version < edits + 2; version++)
        {
            // Reason: a configuration that is broken hides everything else, so it is seldom edited and put right again.
            var file = random.Next(12) == 0 ? files[4] : files[random.Next(4)];
            var text = texts[file];
            if (file == "content.json" && random.Next(2) == 0)
                text = texts["content.json"] = saved.Read("content.json") is var last && random.Next(2) == 0 ? last : last.Replace("\"two\"", "\"two\", \"three\"", StringComparison.Ordinal);
            var start = Boundary(text, random.Next(text.Length + 1));
            var end = Boundary(text, Math.Min(text.Length, start + (random.Next(3) == 0 ? random.Next(30) : 0)));
            var piece = random.Next(4) == 0 && text.Length > 0 ? Paste(random, texts[files[random.Next(4)]]) : pieces[random.Next(pieces.Length)];
            var isWhole = random.Next(8) == 0 || file == "content.json";
            var changed = string.Concat(text.AsSpan(0, start), piece, text.AsSpan(end));
            client.Change(site.Full(file), version, isWhole
                ? new System.Text.Json.Nodes.JsonObject { ["text"] = changed }
                : new System.Text.Json.Nodes.JsonObject { ["range"] = Range(text, start, end, encoding == "utf-8"), ["text"] = piece });
            texts[file] = changed;
            await File.WriteAllTextAsync(saved.Full(file), changed, TestContext.Current.CancellationToken);
            var expected = saved.Build().Order(StringComparer.Ordinal).ToList();
            if (encoding == "utf-8")
                expected = [.. expected.Select(WithoutColumns)];
            var actual = (await client.PullAsync(site.Path)).Select(line => encoding == "utf-8" ? WithoutColumns(line) : line).Order(StringComparer.Ordinal).ToList();
            Assert.True(
                expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
                $"seed {seed}, edit {version}, of {file}:\n{changed}\nexpected:\n{string.Join('\n', expected.Except(actual))}\nactual:\n{string.Join('\n', actual.Except(expected))}\n{client.Log}");
            await AskEverythingAsync(client, site.Full(file), random, changed);
        }

        Assert.DoesNotContain("CONTENT9001", client.Log, StringComparison.Ordinal);
    }

    /// <summary>Whatever is asked at whatever place of a broken text is answered, be it with nothing.</summary>
    private static async Task AskEverythingAsync(EditorClient client, string path, Random random, string text)
    {
        var line = random.Next(text.Count(unit => unit == '\n') + 2);
        var column = random.Next(12);
        foreach (var method in (string[])["completion", "hover", "definition", "prepareRename"])
            await client.RequestAsync("textDocument/" + method, EditorClient.At(path, line, column));
        foreach (var method in (string[])["documentSymbol", "foldingRange", "documentLink"])
            await client.RequestAsync("textDocument/" + method, EditorClient.Of(path));
        var references = EditorClient.At(path, line, column);
        references["context"] = new System.Text.Json.Nodes.JsonObject { ["includeDeclaration"] = true };
        await client.RequestAsync("textDocument/references", references);
        var actions = EditorClient.Of(path);
        actions["range"] = EditorClient.Range(0, 0, line, column);
        await client.RequestAsync("textDocument/codeAction", actions);
        var selection = EditorClient.Of(path);
        selection["positions"] = new System.Text.Json.Nodes.JsonArray(EditorClient.Position(line, column));
        await client.RequestAsync("textDocument/selectionRange", selection);
    }

    private static string Paste(Random random, string from)
    {
        var start = Boundary(from, random.Next(from.Length));
        return from[start..Boundary(from, Math.Min(from.Length, start + random.Next(40)))];
    }

    /// <summary>No editor puts its caret between the halves of a character or of a line break.</summary>
    private static int Boundary(string text, int offset) =>
        offset > 0 && offset < text.Length && (char.IsLowSurrogate(text[offset]) || (text[offset] == '\n' && text[offset - 1] == '\r')) ? offset - 1 : offset;

    private static string WithoutColumns(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"\((\d+),\d+,(\d+),\d+\)", "($1,$2)");

    private static System.Text.Json.Nodes.JsonObject Range(string text, int start, int end, bool isUtf8)
    {
        var (startLine, startColumn) = Place(text, start, isUtf8);
        var (endLine, endColumn) = Place(text, end, isUtf8);
        return EditorClient.Range(startLine, startColumn, endLine, endColumn);
    }

    private static (int Line, int Column) Place(string text, int offset, bool isUtf8)
    {
        var line = 0;
        var lineStart = 0;
        for (var index = 0; index < offset; index++)
        {
            var isEnd = text[index] == '\n' || (text[index] == '\r' && (index + 1 >= text.Length || text[index + 1] != '\n'));
            if (isEnd)
                (line, lineStart) = (line + 1, index + 1);
        }

        return (line, isUtf8 ? Encoding.UTF8.GetByteCount(text.AsSpan(lineStart, offset - lineStart)) : offset - lineStart);
    }
}
