using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class Watching(PackageFeed feed)
{
    [Fact]
    public void Is_told_of_articles_and_configuration()
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("content/people/jane.yml", "name: Jane").Write("content.json", "{}");
        project.Run("restore").Passes();

        var listed = DotNet.Run(project.Folder, "watch", "--list").Output.Split('\n').Select(line => line.Replace(project.Folder + "/", "", StringComparison.Ordinal));

        Assert.Superset(new HashSet<string>(["Program.cs", "content.json", "content/a.md", "content/people/jane.yml"]), new HashSet<string>(listed));
    }
}
