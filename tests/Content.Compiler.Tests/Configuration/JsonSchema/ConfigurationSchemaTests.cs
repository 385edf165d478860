using System.Text.Json;
using Content.Compiler.Configuration;
using Content.Compiler.Configuration.JsonSchema;
using Content.Compiler.Configuration.Parsing;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Content.Compiler.Tests.CaseRunner;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Configuration.JsonSchema;

/// <summary>What an editor says of a content.json is what the compiler says, as far as a schema can tell.</summary>
public sealed class ConfigurationSchemaTests
{
    /// <summary>What is wrong there, only the whole file tells: names that do not exist, or collide, and text in languages of its own.</summary>
    private static readonly string[] onlyTheCompilerSees = ["patterns-that-would-backtrack", "types-that-collide"];

    public static TheoryData<string> Files =>
    [
        "example-site/content.json",
        .. Directory.EnumerateFiles(CaseFolder.Root, "content.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_schema_says_what_the_compiler_says(string file)
    {
        var path = Path.Combine(RepositoryRoot.Path, file);
        if (SourceReader.Read(path, file).Text is not { } text || Parse(text.Text) is not { } json)
            return; // no JSON: that is for the editor itself
        var isRight = ConfigurationReader.Read(text).Diagnostics.IsEmpty;
        var schema = await SchemaCheck.Load(SchemaFiles.OfConfiguration().Bytes);
        var errors = schema.Errors(json);
        if (isRight || onlyTheCompilerSees.Contains(Path.GetFileName(Path.GetDirectoryName(path))))
            Assert.Empty(errors);
        else if (file.Contains("/configuration/", StringComparison.Ordinal))
            Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("""{ "root": "/var" }""")]
    [InlineData("""{ "root": "C:/docs" }""")]
    [InlineData("""{ "site": "example.org" }""")]
    [InlineData("""{ "site": "https://me@example.org" }""")]
    [InlineData("""{ "zebra": 1 }""")]
    [InlineData("""{ "enums": { "tag": ["a"] } }""")]
    [InlineData("""{ "enums": { "Tag": [] } }""")]
    [InlineData("""{ "severity": { "CONTENT2001": "warning" } }""")]
    [InlineData("""{ "severity": { "CONTENT2010": "off" } }""")]
    [InlineData("""{ "severity": { "CONTENT9999": "error" } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post" } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "../*.md" } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "a/{b,..}/*.md" } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "url": "blog/{slug}" } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "url": "/{slug" } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "a": "strng" } } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "a": "string?[]" } } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "a": "object" } } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "a": { "min": 1 } } } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "a": { "type": "string", "maxLength": -1 } } } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "a": { "type": "string", "lenght": 1 } } } } }""")]
    [InlineData("""{ "collections": { "posts": { "type": "Post", "files": "*.md", "unknownFields": "warning" } } }""")]
    public async Task What_is_wrong_for_both_is_wrong(string json)
    {
        Assert.NotEmpty(ConfigurationReader.Read(new SourceText("content.json", json)).Diagnostics);
        Assert.NotEmpty((await SchemaCheck.Load(SchemaFiles.OfConfiguration().Bytes)).Errors(json));
    }

    [Fact]
    public void It_knows_every_key_and_explains_it()
    {
        using var schema = JsonDocument.Parse(SchemaFiles.OfConfiguration().Bytes);
        var definitions = schema.RootElement.GetProperty("definitions");
        HasKeys(ConfigurationKeys.Root, schema.RootElement);
        HasKeys(ConfigurationKeys.Collection, definitions.GetProperty("collection"));
        HasKeys(ConfigurationKeys.Field, definitions.GetProperty("field").GetProperty("anyOf")[2]);
        var severities = schema.RootElement.GetProperty("properties").GetProperty("severity").GetProperty("anyOf")[0];
        HasKeys([.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)], severities);
    }

    private static void HasKeys(string[] keys, JsonElement schema)
    {
        var properties = schema.GetProperty("properties").EnumerateObject().ToArray();
        Assert.Equal(keys, properties.Select(property => property.Name));
        foreach (var property in properties)
            Assert.True(property.Name == "type" || property.Value.TryGetProperty("description", out _), property.Name + " is not explained");
    }

    private static string? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return JsonSerializer.Serialize(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
