namespace Content.Compiler.Tests.Links;

/// <summary>A symbolic link that leads out is one mistake, whatever else is not there because of it.</summary>
public sealed class SymbolicLinkTests : IDisposable
{
    private const string Article = "---\ntitle: A\ndate: 2026-11-23\n---\nx\n";

    private readonly TemporaryProject project = new();

    public void Dispose() => project.Dispose();

    [Fact]
    public void The_only_article_of_a_collection_leads_out()
    {
        project.Write("outside.md", Article);
        Directory.CreateDirectory(project.Full("content"));
        File.CreateSymbolicLink(project.Full("content/a.md"), "../outside.md");
        Assert.Equal(["CONTENT2006 content/a.md"], Codes());
    }

    [Fact]
    public void The_only_article_of_a_collection_is_a_link_to_nothing()
    {
        Directory.CreateDirectory(project.Full("content"));
        File.CreateSymbolicLink(project.Full("content/a.md"), "nothing.md");
        Assert.Equal(["CONTENT1011 content/a.md"], Codes());
    }

    [Theory]
    [InlineData("posts", "posts/**/*.md", false)]
    [InlineData("posts", "posts/new/*.md", false)]
    [InlineData("posts/new", "posts/**/*.md", false)]
    [InlineData("posts", "notes/**/*.md", true)]
    [InlineData("posts", "posts-of-old/**/*.md", true)]
    public void The_folder_of_a_collection_leads_out(string link, string glob, bool isEmptyForItself)
    {
        project.Write("outside/a.md", Article);
        project.Write("content.json", $$"""{ "collections": { "a": { "type": "A", "files": "{{glob}}", "fields": {} } } }""");
        Directory.CreateDirectory(Path.GetDirectoryName(project.Full("content/" + link))!);
        Directory.CreateSymbolicLink(project.Full("content/" + link), project.Full("outside"));
        Assert.Equal(isEmptyForItself ? [$"CONTENT0004 content.json", $"CONTENT2006 content/{link}"] : [$"CONTENT2006 content/{link}"], Codes());
    }

    private IEnumerable<string> Codes() => project.Compile().Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.File}").Order(StringComparer.Ordinal);
}
