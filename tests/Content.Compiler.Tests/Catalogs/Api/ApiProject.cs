using Content.Compiler.Catalogs;
using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Catalogs.Api;

/// <summary>A project whose catalog is compiled as a build does it, from files to C#, and then used by a program.</summary>
internal sealed class ApiProject : IDisposable
{
    private const string Configuration = """
        {
          "site": "https://example.org/docs",
          "enums": { "Tag": ["dotnet", "msbuild", "c#"] },
          "collections": {
            "posts": {
              "type": "Post",
              "files": "posts/**/*.md",
              "url": "/blog/{date:yyyy}/{slug}/",
              "order": "date desc, title",
              "fields": {
                "title": "string",
                "date": "date",
                "author": "Author",
                "reviewers": { "type": "Author[]", "default": [] },
                "tags": { "type": "Tag[]", "default": [] },
                "level": ["beginner", "advanced"],
                "summary": { "type": "string?", "maxLength": 160 },
                "cover": "image?",
                "handout": "file?",
                "rating": { "type": "int", "min": 1, "max": 5, "default": 3 },
                "price": "decimal?",
                "weight": "number?",
                "pinned": "bool?",
                "updated": "datetime?",
                "source": "uri?",
                "class": "string?",
                "extra": { "type": "object?", "fields": { "source": "uri?", "pages": "int" } },
                "steps": { "type": "object[]?", "fields": { "what": "string" } }
              }
            },
            "notes": { "type": "Note", "files": "notes/*.md", "symbols": "ids", "fields": { "title": "string" } },
            "pages": { "type": "Page", "files": "*.md", "url": "/{slug}/", "symbols": "none", "fields": { "labels": "string[]?" } },
            "authors": { "type": "Author", "files": "authors/*.yml", "fields": { "name": "string", "email": "email?" } }
          }
        }
        """;

    private readonly TemporaryFolder folder = new();

    public ApiProject()
    {
        folder.Write("content.json", Configuration);
        folder.Write("content/posts/hello-world.md", """
            ---
            title: Hello "World" & {0}
            date: 2026-11-23
            author: jane-doe
            reviewers: [emil, jane-doe]
            tags: [msbuild, c#]
            level: advanced
            cover: ./cover.svg
            handout: ./cover.svg
            rating: 5
            price: 12.50
            weight: 1.5
            updated: 2026-11-24T10:00:00+05:30
            source: https://example.org/a%20b
            class: first
            aliases: [/old/hello/, /älter/]
            extra: { pages: 12 }
            steps: [{ what: read }, { what: write }]
            ---

            First *paragraph*.

            ## A heading

            [Second](./second.md)
            """);
        folder.Write("content/posts/second.md", "---\ntitle: B\ndate: 2026-11-24\nauthor: emil\nlevel: beginner\ntags: [msbuild, msbuild]\n---\n");
        folder.Write("content/posts/2026-11-24-third.md", "---\ntitle: A\nauthor: emil\nlevel: beginner\n---\n");
        folder.Write("content/posts/cover.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"480\"/>");
        folder.Write("content/notes/first.md", "---\ntitle: One\n---\n");
        folder.Write("content/notes/2nd.md", "---\ntitle: Two\n---\n");
        folder.Write("content/index.md", "Home.\n");
        folder.Write("content/about-us.md", "---\nlabels: [b, a, b]\n---\n");
        folder.Write("content/authors/jane-doe.yml", "name: Jane Doe\nemail: jane@example.org\n");
        folder.Write("content/authors/emil.yml", "name: Emil\n");
        Compilation = ContentCompiler.Compile(
            new CompilationRequest
            {
                ProjectDirectory = folder.Path,
                ConfigurationFile = folder.Full("content.json"),
                OutputDirectory = folder.Full("obj/content"),
                BuildDate = new DateOnly(2026, 11, 23),
            },
            TestContext.Current.CancellationToken);
        Assert.Equal([], Compilation.Diagnostics.Select(CaseFolder.Format));
    }

    public CompilationResult Compilation { get; }

    /// <summary>What the expressions are, each on a line; a null is <c>null</c>.</summary>
    public string Evaluate(params string[] expressions) => Run($$"""
        public static class Probe
        {
            public static string Run() => string.Join("\n", new object?[] { {{string.Join(",\n", expressions)}} }
                .Select(value => value is null ? "null" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)));
        }
        """);

    /// <summary>Compiles the catalog with a program and gives what its <c>Probe.Run</c> does.</summary>
    public string Run(string program)
    {
        using var compiler = new CSharpCompiler();
        return Add(compiler).Add(Program(program)).Run();
    }

    /// <summary>Adds the catalog to what is compiled.</summary>
    public CSharpCompiler Add(CSharpCompiler compiler, string name = "MySite") => compiler.Add(Compilation.Site!, new CatalogOptions(name));

    // A user's code has no documentation, and the usings that the SDK implies.
    public static string Program(string text) =>
        "#pragma warning disable CS1591\nusing System;\nusing System.Buffers;\nusing System.Collections.Generic;\nusing System.Linq;\nusing Content.Runtime;\nusing MySite;\n" + text;

    public void Dispose() => folder.Dispose();
}
