using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Paths;

public sealed class AwkwardNames(PackageFeed feed)
{
    [Theory]
    [InlineData("with spaces; semi@colon, 50% off")]
    [InlineData("apostrophe's (brackets) & $(dollar)")]
    [InlineData("größe 日本 \ud83d\ude00")]
    public void A_project_folder_may_have(string folder)
    {
        var project = new TestProject(feed, folder: feed.NewFolder(folder)).Article("a.md", "A").Write("content/loose.md", TestProject.EmptyLink)
            .Write("content/sample.cs", "This is no C#, and no part of the program.");

        var first = project.Build();
        Assert.Equal(["content/loose.md(6,11,6,11): warning CONTENT2010: The destination is empty. Write one, or remove the link."], first.Diagnostics);
        project.Build("--no-restore").Passes([.. first.Diagnostics]);
        Assert.Equal(["2026-11-23 A /a/", "2026-01-02 Loose /loose/"], project.Output());

        project.Run("clean").Passes();
        Assert.Empty(project.FilesBelow("obj/Debug/net10.0/content"));
    }

    [Fact]
    public void Articles_and_folders_may_have()
    {
        string[] names = ["with space", "semi;colon", "at@sign", "per%cent", "apostrophe's", "größe 日本", "a$(b)c", "star*", "#hash"];
        var project = new TestProject(feed, items: """<None Include="content/**" CopyToOutputDirectory="Never" />""");
        foreach (var name in names)
            project.Article($"in {name}/{name}.md", name.Replace("#", "no ", StringComparison.Ordinal));

        project.Build().Passes();

        Assert.Equal(names.Length, project.Output().Length);
    }
}
