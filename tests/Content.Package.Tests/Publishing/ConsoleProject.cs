using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Publishing;

public sealed class ConsoleProject(PackageFeed feed)
{
    [Fact]
    public void Publishes_no_sources()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "![p](p.png)").Write("content/p.png", "a file").Write("content.json", "{}");

        project.Run("publish", "-o", "out").Passes();

        Assert.Equal(
            ["out/Content.Runtime.dll", "out/app", "out/app.deps.json", "out/app.dll", "out/app.pdb", "out/app.runtimeconfig.json"],
            project.FilesBelow("out"));
    }

    [Fact]
    public void Is_trimmed_without_a_warning()
    {
        var project = new TestProject(
            feed, "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TrimmerSingleWarn>false</TrimmerSingleWarn><EnableAotAnalyzer>true</EnableAotAnalyzer><UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>");
        project.Article("a.md", "A", body: "Some **prose**.").Write("Program.cs", "Console.WriteLine(Catalog.Articles.A.Body.Html.TrimEnd() + Catalog.Find(\"/a/\")!.Url);");

        project.Run("publish", "-o", "out").Passes();

        Assert.Equal(["<p>Some <strong>prose</strong>.</p>/a/"], project.Output(project.PathOf("out/app.dll")));
    }
}
