namespace Content.Compiler.Tests.Configuration;

/// <summary>What a build is told before it compiles: which folders hold content and nothing else.</summary>
public sealed class ContentSettingsTests : IDisposable
{
    private const string Collections = """ "collections": { "posts": { "type": "Post", "files": "posts/*.md" }, "docs": { "type": "Doc", "files": ["docs/**/*.md", "docs/**/*.html"] }, "pages": { "type": "Page", "files": "*.md" } } """;

    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("", "content")]
    [InlineData("\"root\": \"content\",", "content")]
    [InlineData("\"root\": \"./articles/\",", "articles")]
    [InlineData("\"root\": \"a/b\",", "a/b")]
    [InlineData("\"root\": \".\",", "docs posts")]
    [InlineData("\"root\": \"../articles\",", "")]
    [InlineData("\"root\": \"..\",", "")]
    [InlineData("\"root\": \"..articles\",", "..articles")]
    public void Folders_are_those_below_the_project(string root, string folders)
    {
        project.Write("content.json", "{ " + root + Collections + "}");
        Assert.Equal(folders, string.Join(' ', ContentCompiler.ReadSettings(project.Request()).Folders));
    }

    [Fact]
    public void A_root_around_the_project_has_the_collections_that_are_below_it()
    {
        project.Write("site/content.json", "{ \"root\": \"..\", " + Collections.Replace("\"posts/*.md\"", "\"site/posts/*.md\"", StringComparison.Ordinal) + "}");
        var request = project.Request() with { ProjectDirectory = project.Full("site"), ConfigurationFile = project.Full("site/content.json") };
        Assert.Equal(["posts"], ContentCompiler.ReadSettings(request).Folders);
    }

    [Fact]
    public void A_namespace_is_legal() => Assert.Equal("My.@class._1", ContentCompiler.ReadSettings(project.Request() with { Namespace = "My.class.1" }).Namespace);
}
