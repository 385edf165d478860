using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Readme;

public sealed class Samples(PackageFeed feed)
{
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
