using Content.Compiler.Catalogs;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>A site with a field of every type, from content.json to the values that a program sees.</summary>
internal sealed class DeclaredSite : IDisposable
{
    private const string Configuration = """
        {
          "site": "https://example.org/docs",
          "enums": { "Tag": ["dotnet", "c#", "c++", "a & b", "9", "İstanbul"] },
          "collections": {
            "posts": {
              "type": "Post", "files": "posts/*.md", "url": "/{date:yyyy}/{date:MMMM}/{moment:HH-mm}/{price}/{ratio}/{slug}/", "order": "ratio desc, title",
              "fields": {
                "title": "string", "date": "date", "moment": "datetime", "later": "datetime?", "n": "int", "ratio": "number", "price": "decimal",
                "flag": "bool", "home": "uri", "mail": "email", "cover": "image", "slides": "file", "tag": "Tag", "level": ["low", "high"],
                "author": "Author", "words": "string[]", "tags": "Tag[]", "days": "date[]?", "editors": "Author[]?",
                "extra": { "type": "object", "fields": { "source": "uri?", "class": "int?" } },
                "steps": { "type": "object[]?", "fields": { "do": "string" } },
                "summary": "string?", "rank": "int?", "score": { "type": "int", "default": 3 }, "class": "string?", "count": "string?", "namespace": "bool?",
                "ms.date": { "type": "date?", "format": "d MMMM yyyy" }
              }
            },
            "authors": { "type": "Author", "files": "authors/*.yml", "symbols": "ids", "fields": { "name": "string", "born": "date?" } },
            "pages": { "type": "Page", "files": "pages/*.md" }
          }
        }
        """;

    private readonly TemporaryProject project = new();

    public DeclaredSite()
    {
        project.Write("content.json", Configuration);
        project.Write("content/authors/ida-iı.yml", "name: Ida\nborn: 1970-01-01\n");
        project.Write("content/posts/cover.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1.5in' height='20'/>");
        project.Write("content/posts/slides.txt", "x");
        project.Write("content/pages/count.md", "# Count\n");
        project.Write("content/posts/full.md", """
            ---
            title: Iıİi "quoted" & <b>
            date: 2026-01-02
            moment: 2026-11-23T23:30:00+09:00
            later: 2026-11-23T00:15:00.125-11:30
            n: -7
            ratio: 1234.5
            price: 1234.50
            flag: true
            home: https://example.org/i?I=1
            mail: ida@example.org
            cover: cover.svg
            slides: slides.txt
            tag: c#
            level: high
            author: ida-iı
            words: [i, I]
            tags: [c++, a & b, 9, İstanbul]
            days: 2026-12-31
            editors: ida-iı
            extra: { source: "https://example.org/", class: 1 }
            steps: [{ do: a }, { do: b }]
            summary: s
            rank: 1
            score: 5
            class: c
            count: "1"
            namespace: true
            ms.date: 2 January 2026
            ---

            ## Heading I

            Text of five words here.
            """);
        project.Write("content/posts/bare.md", """
            ---
            title: ı
            date: 2026-06-07
            moment: 2026-11-23T00:00:00Z
            n: 0
            ratio: .5
            price: 0.10
            flag: false
            home: urn:a:b
            mail: ida@example.org
            cover: cover.svg
            slides: slides.txt
            tag: dotnet
            level: low
            author: ida-iı
            words: []
            tags: []
            extra: {}
            ---
            """);
    }

    /// <summary>The catalog's C# and bytes, and what is said.</summary>
    public (byte[] Source, byte[] Blob, CompilationResult Result) Build()
    {
        if (Directory.Exists(project.Full("obj")))
            Directory.Delete(project.Full("obj"), recursive: true);
        var result = project.Compile(request => request with { SchemaDirectory = project.Full("obj") });
        Assert.Empty(result.Diagnostics);
        return (File.ReadAllBytes(result.SourceFile), File.ReadAllBytes(result.CatalogFile), result);
    }

    /// <summary>Compiles the catalog with a program that uses it, and runs that.</summary>
    public string Run(string program)
    {
        using var compiler = new CSharpCompiler();
        return compiler.Add(Build().Result.Site!, new CatalogOptions("MySite")).Add("#pragma warning disable CS1591\n" + program).Run();
    }

    public void Dispose() => project.Dispose();
}
