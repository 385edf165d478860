using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Readme;

public sealed class Samples(PackageFeed feed)
{
    [Fact]
    public void Code_and_configuration_are_what_the_package_takes()
    {
        var project = Blog()
            .Write("content/posts/hello-world.md", "---\ntitle: Hello\ndate: 2026-11-23\nauthor: jane-doe\ntags: [msbuild, c#]\n---\n\n# Hello\n\nWorld.\n")
            .Write("content/posts/second.md", "---\ntitle: Second\ndate: 2026-11-24\nauthor: jane-doe\n---\n\nMore.\n")
            .Write("Program.cs", ReadmeBlocks.Only("csharp"));

        project.Build().Passes();

        Assert.Equal(
            [
                $"{new DateOnly(2026, 11, 24):d} Second by Jane Doe at /blog/second/",
                $"{new DateOnly(2026, 11, 23):d} Hello by Jane Doe at /blog/hello-world/",
                "<h1 id=\"hello\">Hello</h1>", "<p>World.</p>",
                "2 words, 1 headings, then ",
            ],
            project.Output());
    }

    [Fact]
    public void Errors_are_what_the_build_says()
    {
        var project = Blog()
            .Write("content/posts/hello-world.md", "---\ntitle: Hello\ndate: tomorrow\nauthor: jane-doe\n---\n\n# Hello\n\nRead [more](./secnd.md).\n")
            .Write("content/posts/second.md", "---\ntitle: Second\ndate: 2026-11-24\nauthor: jane-doe\n---\n");

        project.Build().Fails(ReadmeBlocks.Only("console").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private TestProject Blog() => new TestProject(feed)
        .Write("content.json", ReadmeBlocks.Only("jsonc"))
        .Write("content/authors/jane-doe.yml", "name: Jane Doe\nemail: jane@example.org\n");
}
