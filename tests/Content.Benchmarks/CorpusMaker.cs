using System.Globalization;
using System.Text;

namespace Content.Benchmarks;

/// <summary>
/// Writes a project of synthetic articles: about 6 kB each, YAML front matter with seven keys, three relative links, code, a table and an image;
/// 20 authors that they refer to. The same count gives the same bytes.
/// </summary>
internal static class CorpusMaker
{
    private const string Configuration = """
        {
          "enums": { "Tag": ["dotnet", "msbuild", "markdown", "web"] },
          "collections": {
            "posts": {
              "type": "Post",
              "files": "posts/**/*.md",
              "url": "/blog/{slug}/",
              "order": "date desc, title",
              "symbols": "SYMBOLS",
              "fields": {
                "title": "string",
                "date": "date",
                "author": "Author",
                "tags": "Tag[]",
                "level": ["beginner", "advanced"],
                "summary": "string",
                "rating": { "type": "int", "min": 1, "max": 5 }
              }
            },
            "authors": { "type": "Author", "files": "authors/*.yml", "fields": { "name": "string" } }
          }
        }
        """;

    private static readonly string[] words =
        "content compiler article build error typed catalog link anchor heading front matter value date author project folder reader writer change result state cache file path".Split(' ');

    public static void Write(string directory, int articles, string symbols = "ids")
    {
        Directory.CreateDirectory(Path.Combine(directory, "content", "posts"));
        Directory.CreateDirectory(Path.Combine(directory, "content", "authors"));
        File.WriteAllText(Path.Combine(directory, "content.json"), Configuration.Replace("SYMBOLS", symbols, StringComparison.Ordinal));
        File.WriteAllBytes(Path.Combine(directory, "content", "posts", "image.png"), []);
        for (var author = 0; author < 20; author++)
            File.WriteAllText(Path.Combine(directory, "content", "authors", $"author-{author}.yml"), $"name: Author {author}\n");
        for (var index = 0; index < articles; index++)
            File.WriteAllText(Path.Combine(directory, "content", "posts", $"article-{index:D6}.md"), Article(index, articles));
    }

    private static string Article(int index, int count)
    {
        var random = new Random(index);
        var date = new DateOnly(2020, 1, 1).AddDays(index % 2000);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            ---
            title: Article {index} about {Word(random)} and {Word(random)}
            date: {date:yyyy-MM-dd}
            author: author-{index % 20}
            tags: [dotnet, {(index % 2 == 0 ? "msbuild" : "markdown")}]
            level: {(index % 3 == 0 ? "advanced" : "beginner")}
            summary: "What {Word(random)} means for a {Word(random)}"
            rating: {1 + index % 5}
            ---

            # Article {index}

            """);
        for (var section = 0; section < 6; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Section {section} on {Word(random)}\n\n");
            Paragraph(text, random, 70);
            if (section < 3)
                text.Append(CultureInfo.InvariantCulture, $"See [the next one](./article-{(index + section * 7 + 1) % count:D6}.md) for **more** of `it`.\n\n");
        }

        text.Append("```csharp\nforeach (var post in Catalog.Posts)\n{\n    Console.WriteLine(post.Title);\n}\n```\n\n");
        text.Append("| name | value | note |\n|---|---:|---|\n| one | 1 | *first* |\n| two | 2 | second |\n| three | 3 | third |\n\n");
        text.Append("![A picture](./image.png)\n\n");
        text.Append("- an item\n- another with `code`\n- a third\n\n> A quotation of somebody.\n\n");
        Paragraph(text, random, 200);
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, Random random, int length)
    {
        for (var index = 0; index < length; index++)
            text.Append(index == 0 ? "" : index % 14 == 0 ? ".\n" : " ").Append(Word(random));
        text.Append(".\n\n");
    }

    private static string Word(Random random) => words[random.Next(words.Length)];
}
