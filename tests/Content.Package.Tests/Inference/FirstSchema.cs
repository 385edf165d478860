using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Inference;

public sealed class FirstSchema(PackageFeed feed)
{
    private const string Write = "-t:InferContentSchema";

    [Fact]
    public void Is_written_from_the_articles_and_makes_the_build()
    {
        var project = Site();

        project.Build(Write).Passes();

        Assert.Contains("\"author\": \"Author\"", File.ReadAllText(project.PathOf("content.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(project.Generated), "Nothing else is made.");
        project.Build().Passes();
        Assert.Equal(["Hello by Jane Doe at /posts/hello/"], project.Output());
    }

    [Fact]
    public void Is_not_written_over_what_is_there()
    {
        var project = Site().Write("content.json", "{}");

        project.Build(Write).Fails(
            "content.json(1,1,1,1): error CONTENT9002: 'content.json' already exists and is not overwritten. Rename or delete it first, or name another file: -p:ContentConfig=content.inferred.json.");

        Assert.Equal("{}", File.ReadAllText(project.PathOf("content.json")));
        project.Build(Write, "-p:ContentConfig=content.inferred.json").Passes();
        Assert.True(File.Exists(project.PathOf("content.inferred.json")));
    }

    [Fact]
    public void Is_written_once_for_several_frameworks()
    {
        var project = Site("net8.0;net10.0");

        project.Build(Write).Passes();

        Assert.True(File.Exists(project.PathOf("content.json")));
    }

    [Fact]
    public void Needs_a_content_folder() => new TestProject(feed).Build(Write).Fails(
        "app.csproj(1,1,1,1): error CONTENT0005: The content folder 'content' does not exist, so there is nothing to infer from. Create it, or name another: -p:ContentRoot=docs.");

    private TestProject Site(string framework = "net10.0") => new TestProject(feed, framework: framework)
        .Write("content/posts/hello.md", "---\ntitle: Hello\nauthor: jane-doe\n---\n\nText.\n")
        .Write("content/authors/jane-doe.yml", "name: Jane Doe\n")
        .Write("Program.cs", "foreach (var post in Catalog.Posts) Console.WriteLine($\"{post.Title} by {post.Author.Name} at {post.Url}\");");
}
