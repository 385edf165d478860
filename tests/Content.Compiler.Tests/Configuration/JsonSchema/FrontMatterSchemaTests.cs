using System.Text.Json;
using Content.Compiler.Articles;
using Content.Compiler.Configuration.JsonSchema;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;
using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Configuration.JsonSchema;

/// <summary>The schema of a collection's front matter: never stricter than the compiler, and as strict as a schema can be.</summary>
public sealed class FrontMatterSchemaTests
{
    public static TheoryData<string> Projects =>
    [
        "example-site",
        .. Directory.EnumerateFiles(CaseFolder.Root, "content.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    private const string Configuration = """
        {
          "enums": { "Tag": ["dotnet", "c#", "9", "true"] },
          "collections": {
            "my posts": {
              "type": "Post", "files": "*.json",
              "fields": {
                "title": { "type": "string", "maxLength": 10, "description": "What it is called." },
                "date": "date",
                "tags": { "type": "Tag[]", "minLength": 1, "maxLength": 2 },
                "level": { "type": ["low", "high"], "default": "low" },
                "rating": { "type": "int?", "min": 1, "max": 5 },
                "home": "uri?", "mail": "email?", "moment": "datetime?", "day": "date?", "flag": "bool?", "other": "Post?", "cover": "image?",
                "ms.date": { "type": "date?", "format": "MM/dd/yyyy" },
                "code": { "type": "string?", "pattern": "^[A-Z]+$" },
                "number": { "type": "string?", "match": "[0-9]+" },
                "extra": { "type": "object?", "fields": { "source": "uri" } },
                "steps": { "type": "object[]?", "fields": { "do": "string" } },
                "taken": { "type": "string", "from": "h1" }
              }
            }
          }
        }
        """;

    [Theory]
    [InlineData("""{ "title": "T", "tags": "dotnet", "date": "2026-11-23" }""")]
    [InlineData("""{ "$schema": "x", "title": "T", "tags": ["c#", 9], "slug": "a", "url": "/a/", "aliases": "/b/", "draft": true, "publishDate": "2026-11-23", "expiryDate": null }""")]
    [InlineData("""{ "title": "T", "tags": [true], "level": null, "rating": 5, "home": "urn:x:y", "mail": "a@b.io", "moment": "2026-11-23 09:30Z", "day": null, "other": 2026 }""")]
    [InlineData("""{ "title": "T", "tags": ["9"], "ms.date": "11/23/2026", "code": "AB", "number": 7, "extra": { "source": "https://a.b/" }, "steps": { "do": "x" } }""")]
    public async Task What_the_compiler_accepts_is_accepted(string json)
    {
        Assert.DoesNotContain(Compile(json), code => code.StartsWith("CONTENT1", StringComparison.Ordinal) && code is not "CONTENT1001" and not "CONTENT1006");
        Assert.Empty((await Schema()).Errors(json));
    }

    [Theory]
    [InlineData("""{ "title": "T" }""", "CONTENT1001")]
    [InlineData("""{ "title": 4, "tags": "dotnet" }""", "CONTENT1002")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "date": "tomorrow" }""", "CONTENT1002")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "moment": "2026-11-23T09:30:00" }""", "CONTENT1002")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "home": "/a" }""", "CONTENT1002")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "mail": "jane" }""", "CONTENT1002")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "flag": "yes" }""", "CONTENT1002")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "extra": {} }""", "CONTENT1001")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "titel": "T" }""", "CONTENT1003")]
    [InlineData("""{ "title": "far too long", "tags": "dotnet" }""", "CONTENT1004")]
    [InlineData("""{ "title": "T", "tags": [] }""", "CONTENT1004")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "rating": 6 }""", "CONTENT1004")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "code": "ab" }""", "CONTENT1004")]
    [InlineData("""{ "title": "T", "tags": "doTnet" }""", "CONTENT1005")]
    [InlineData("""{ "title": "T", "tags": "dotnet", "level": "middle" }""", "CONTENT1005")]
    public async Task What_the_compiler_refuses_is_refused(string json, string code)
    {
        Assert.Contains(code, Compile(json));
        Assert.NotEmpty((await Schema()).Errors(json));
    }

    [Fact]
    public void It_explains_fields_and_names_defaults()
    {
        using var schema = JsonDocument.Parse(File().Bytes);
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal("What it is called.", properties.GetProperty("title").GetProperty("description").GetString());
        Assert.Equal("low", properties.GetProperty("level").GetProperty("default").GetString());
        Assert.Equal(["title", "tags"], schema.RootElement.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
    }

    [Fact]
    public void A_name_that_no_file_can_have_is_replaced() => Assert.Equal("content.MyPosts.schema.json", File().Name);

    /// <summary>Whatever the compiler has nothing to say of, in any language, an editor has nothing to say of.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public async Task No_article_raises_a_false_alarm(string folder)
    {
        var path = Path.Combine(RepositoryRoot.Path, folder);
        using var output = new TemporaryFolder();
        var result = ContentCompiler.Compile(
            new CompilationRequest
            {
                ProjectDirectory = path,
                ConfigurationFile = Path.Combine(path, "content.json"),
                OutputDirectory = output.Path,
                BuildDate = new DateOnly(2026, 11, 23),
                IncludeUnpublished = true,
            },
            TestContext.Current.CancellationToken);
        if (result.Site is not { } site)
            return; // a configuration that is wrong describes nothing
        var wrong = result.Diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("CONTENT1", StringComparison.Ordinal)).Select(diagnostic => diagnostic.File).ToHashSet();
        foreach (var (collection, file) in site.Collections.Zip(SchemaFiles.OfCollections(site.Configuration)))
        {
            var schema = await SchemaCheck.Load(file.Bytes);
            // An article that suppresses something is wrong by its own word.
            foreach (var article in collection.Entries.Select(entry => entry.Article).Where(article => !wrong.Contains(article.File) && article.Content is not { Suppressions.IsEmpty: false }))
            {
                if (ReadMetadata(Path.Combine(path, article.File), article) is { } root)
                    Assert.Empty(schema.Validate(MetadataJson.Of(root)).Select(error => article.File + error));
            }
        }
    }

    private static SchemaFile File() => Assert.Single(SchemaFiles.OfCollections(ConfigurationSample.Read(Configuration)));

    private static MetadataNode? ReadMetadata(string path, Article article)
    {
        var text = SourceReader.Read(path, article.File).Text!;
        var block = article.Format == ArticleFormat.Data
            ? FrontMatterReader.ReadDataOrList(text, article.File[^1] switch { 'n' => MetadataLanguage.Json, 'l' when article.File.EndsWith("toml", StringComparison.Ordinal) => MetadataLanguage.Toml, _ => MetadataLanguage.Yaml })
            : FrontMatterReader.Read(text);
        return block.List ?? (MetadataNode?)block.Root;
    }

    private static Task<NJsonSchema.JsonSchema> Schema() => SchemaCheck.Load(File().Bytes);

    private static string[] Compile(string json)
    {
        using var project = new TemporaryProject();
        project.Write("content.json", Configuration);
        project.Write("content/a.json", json);
        return [.. project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code)];
    }
}
