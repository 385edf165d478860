using System.Text.Json;
using Content.Compiler.Tests.CaseRunner;
using CsCheck;

namespace Content.Compiler.Tests.Inference;

/// <summary>Whatever the keys, values and names of files are: what is inferred is a configuration, and the articles keep it.</summary>
public sealed class InferencePropertyTests
{
    private static readonly Gen<string> keys = Gen.OneOf(
        "title", "Title", "date", "tags", "path", "author", "authors", "class", "url2", "body", "next", "Post", "posts", "a-b", "a_b", "a b", "_", "---",
        "*/", "\"", "\\", "{0}", "\u2028", "日本", "é", "1st", "ms.id", "GetType", "Equals", "", " ", "//", "#", "c#", "😀", "order", "format", "type", "fields");

    private static readonly Gen<object?> scalars = Gen.OneOf(
        Gen.OneOf<object?>(
            "", " ", "x", "jane", "c#", "C#", "en", "de", "2026-01-02", "2026-02-30", "2026-01-02T03:04:05Z", "2026-01-02 03:04", "01/02/2026", "13/02/2026",
            "https://example.org/", "mailto:a@b.c", "a@b.example", "true", "12", "*/ \" \\ \u2028 {0}", "./a.svg", "missing.png", "2026/11/23/x", "Jane Doe", "日本"),
        Gen.Int.Select(number => (object?)number),
        Gen.Long.Select(number => (object?)number),
        Gen.Double[-1e9, 1e9].Select(number => (object?)number),
        Gen.Bool.Select(flag => (object?)flag),
        Gen.Int.Select(_ => (object?)null));

    private static readonly Gen<object?> values = Gen.Recursive<object?>((depth, inner) => depth > 2
        ? scalars
        : Gen.Frequency(
            (6, scalars),
            (2, scalars.Array[0, 4].Select(items => (object?)items)),
            (1, inner.Array[0, 3].Select(items => (object?)items)),
            (2, Gen.Select(keys, inner).Array[0, 4].Select(pairs => (object?)Object(pairs)))));

    private static readonly Gen<string> names = Gen.OneOf(
        "posts/a", "posts/b", "posts/2026-01-02-c", "posts/_index", "authors/jane", "a", "index", "Find/a", "find/a", "my posts/x", "my-posts/y", "{x}/a",
        "!x/a", "x,y/a", "posts/includes/i", "b/index", "ToString/a", "日本/a", "Catalog/a", "cat#s/a", "...x/a", "posts/c/index");

    private static readonly Gen<string> extensions = Gen.OneOf(".md", ".md", ".md", ".html", ".json");

    [Fact]
    public void The_articles_keep_what_is_inferred_from_them() =>
        Gen.Select(names, extensions, Gen.Select(keys, values).Array[0, 6]).Array[1, 6].Sample(
            files =>
            {
                using var project = new InferenceProject();
                project.Write("content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>");
                foreach (var (name, extension, fields) in files)
                    project.Write("content/" + name + extension, JsonSerializer.Serialize(Object(fields)) + "\n");
                var inferred = project.Infer();
                if (inferred.Text is null)
                {
                    Assert.Equal("CONTENT0004", Assert.Single(inferred.Diagnostics).Code);
                    return;
                }

                var found = project.Compile().Diagnostics.Where(one => !IsOfTheFiles(one.Code)).Select(CaseFolder.Format);
                Assert.True(!found.Any(), string.Join('\n', found) + "\n" + inferred.Text);
            },
            iter: 100,
            threads: 2);

    /// <summary>Keys with a meaning of their own, and names and titles that make one address, are for the author to fix.</summary>
    private static bool IsOfTheFiles(string code) => code is "CONTENT4001" or "CONTENT4003" or "CONTENT1007" or "CONTENT1008";

    private static Dictionary<string, object?> Object(IEnumerable<(string Key, object? Value)> pairs)
    {
        var mapping = new Dictionary<string, object?>();
        foreach (var (key, value) in pairs)
            mapping[key] = value;
        return mapping;
    }
}
