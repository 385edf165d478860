namespace Content.Compiler.Tests.Configuration.JsonSchema;

/// <summary>The schemas lie where content.json refers to them: obj, which all target frameworks of a project share.</summary>
public sealed class SchemaFileTests : IDisposable
{
    private const string Posts = """{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "title": "string?" } } } }""";

    private readonly TemporaryProject project = new();

    [Fact]
    public void A_build_leaves_them_and_the_next_does_not_touch_them()
    {
        Build(Posts);
        Assert.Equal(["content.posts.schema.json", "content.schema.json"], Files());
        var before = File.GetLastWriteTimeUtc(project.Full("obj/content.schema.json"));
        project.Write("content/b.md", "text");
        Build(Posts);
        Assert.Equal(before, File.GetLastWriteTimeUtc(project.Full("obj/content.schema.json")));
    }

    [Fact]
    public void A_collection_that_is_gone_takes_its_schema_along()
    {
        Build(Posts);
        Build(Posts.Replace("\"posts\"", "\"pages\"", StringComparison.Ordinal));
        Assert.Equal(["content.pages.schema.json", "content.schema.json"], Files());
    }

    [Fact]
    public void One_that_was_deleted_comes_back()
    {
        Build(Posts);
        Build(Posts);
        File.Delete(project.Full("obj/content.posts.schema.json"));
        Build(Posts);
        Assert.Equal(["content.posts.schema.json", "content.schema.json"], Files());
    }

    [Fact]
    public void A_field_that_is_added_is_completed_at_the_next_build()
    {
        Build(Posts);
        Build(Posts.Replace("title", "headline", StringComparison.Ordinal));
        Assert.Contains("headline", File.ReadAllText(project.Full("obj/content.posts.schema.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{ "collections": { "posts": { "type": "Post" } } }""")]
    public void A_configuration_that_is_wrong_is_completed_all_the_same(string configuration)
    {
        Build(configuration);
        Assert.Equal(["content.schema.json"], Files());
    }

    [Fact]
    public void Articles_that_are_wrong_are_completed_all_the_same()
    {
        project.Write("content/a.md", "---\ntitle: 4\n---\n");
        Build(Posts);
        Build(Posts);
        Assert.Equal(["content.posts.schema.json", "content.schema.json"], Files());
    }

    [Fact]
    public async Task Target_frameworks_that_build_at_once_leave_one_whole_set()
    {
        project.Write("content.json", Posts);
        project.Write("content/a.md", "text");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(framework => Task.Run(() => Assert.True(Build(Posts, $"obj/{framework}/content").Succeeded))));
        Assert.Equal(["content.posts.schema.json", "content.schema.json"], Files());
        Assert.EndsWith("}\n", File.ReadAllText(project.Full("obj/content.schema.json")), StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();

    private string[] Files() => [.. Directory.GetFiles(project.Full("obj")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private CompilationResult Build(string configuration, string output = "obj/net8.0/content")
    {
        if (!File.Exists(project.Full("content.json")) || File.ReadAllText(project.Full("content.json")) != configuration)
            project.Write("content.json", configuration);
        if (!Directory.Exists(project.Full("content")))
            project.Write("content/a.md", "text");
        return project.Compile(request => request with { SchemaDirectory = project.Full("obj"), OutputDirectory = project.Full(output) });
    }
}
