using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

public sealed class DesignTimeBuild(PackageFeed feed)
{
    private static readonly string[] editor =
    [
        "--no-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildProjectReferences=false",
        "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
    ];

    [Fact]
    public void Gives_an_editor_the_catalog() => Leaves(new TestProject(feed).Article("a.md", "A"), "Articles.A");

    [Fact]
    public void Does_not_check_links() => Leaves(new TestProject(feed).Article("a.md", "A", body: "[b](b.md)"), "Articles.A");

    [Fact]
    public void Gives_types_where_articles_are_broken() => Leaves(new TestProject(feed).Article("a.md", "A", "never"), "Articles");

    [Fact]
    public void Gives_a_catalog_where_the_configuration_is_broken() =>
        Leaves(new TestProject(feed).Article("a.md", "A").Write("content.json", "{ \"collections\": "), "Catalog");

    [Fact]
    public void Gives_a_catalog_where_a_property_is_wrong() =>
        Leaves(new TestProject(feed, "<ContentDrafts>maybe</ContentDrafts>").Article("a.md", "A"), "Catalog");

    /// <summary>The design-time build passes from an empty obj, and the C# compiler takes what it leaves.</summary>
    private static void Leaves(TestProject project, string reached)
    {
        var member = reached == "Catalog" ? "typeof(Catalog)" : $"Catalog.{reached}";
        project.Write("Program.cs", $"Console.WriteLine({member});");
        project.Run("restore");

        var outcome = project.Run("msbuild", editor[1..]);

        Assert.True(outcome.ExitCode == 0 && outcome.Codes.Count == 0, outcome.Output);
        project.Build("--no-restore", "-p:DesignTimeBuild=true").Passes();
    }
}
