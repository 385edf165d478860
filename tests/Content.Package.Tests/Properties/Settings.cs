using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Properties;

public sealed class Settings(PackageFeed feed)
{
    [Fact]
    public void ContentEnabled_false_switches_everything_off()
    {
        var project = new TestProject(feed, "<ContentEnabled>false</ContentEnabled>").Article("a.md", "A", "never");
        project.Write("content/code.cs", "internal static class Beside;").Write("Program.cs", "Console.WriteLine(typeof(Beside).Name);");

        project.Build().Passes();

        Assert.Equal(["Beside"], project.Output());
        Assert.Empty(project.FilesBelow("obj/Debug/net10.0/content"));
    }

    [Fact]
    public void ContentConfig_and_ContentRoot_name_other_places()
    {
        var project = new TestProject(feed, "<ContentConfig>settings/blog.json</ContentConfig><ContentRoot>texts</ContentRoot>");
        project.Write("settings/blog.json", """{ "root": "elsewhere", "collections": { "notes": { "type": "Note", "files": "*.md", "fields": { "title": "string" } } } }""");
        project.Write("texts/sample.cs", "This is no C#, and no part of the program.");
        project.Write("texts/one.md", "---\ntitle: One\n---\n").Write("Program.cs", "Console.WriteLine(Catalog.Notes.One.Title);");

        project.Build().Passes();

        Assert.Equal(["One"], project.Output());
    }

    [Fact]
    public void Names_are_as_asked_for()
    {
        var project = new TestProject(
            feed, "<ContentNamespace>My.Texts</ContentNamespace><ContentCatalogName>Library</ContentCatalogName><ContentAccessibility>internal</ContentAccessibility>");
        project.Article("a.md", "A").Write("Program.cs", """
            Console.WriteLine(My.Texts.Library.Articles.A.Title + Library.Articles.Count);
            Console.WriteLine(typeof(My.Texts.Library).IsNotPublic && typeof(My.Texts.Article).IsNotPublic);
            """);

        project.Build().Passes();

        Assert.Equal(["A1", "True"], project.Output());
    }

    [Fact]
    public void Drafts_are_in_Debug_and_out_of_Release_unless_asked_for()
    {
        var project = new TestProject(feed).Write("content/d.md", "---\ntitle: D\ndate: 2026-01-02\ndraft: true\n---\n");

        project.Build().Passes();
        Assert.Equal(["2026-01-02 D /d/"], project.Output());
        project.Build("--no-restore", "-p:ContentDrafts=exclude").Passes();
        Assert.Empty(project.Output());
        project.Build("-c", "Release").Passes();
        Assert.Empty(project.Output(project.PathOf("bin/Release/net10.0/app.dll")));
    }

    [Fact]
    public void ContentBuildDate_decides_what_is_published()
    {
        var project = new TestProject(feed, "<ContentDrafts>exclude</ContentDrafts>");
        project.Write("content/later.md", "---\ntitle: Later\ndate: 2026-01-02\npublishDate: 2030-01-01\n---\n");

        project.Build("-p:ContentBuildDate=2029-12-31").Passes();
        Assert.Empty(project.Output());
        project.Build("--no-restore", "-p:ContentBuildDate=2030-01-01").Passes();
        Assert.Equal(["2026-01-02 Later /later/"], project.Output());
    }

    [Theory]
    [InlineData("./texts/", "{}")]
    [InlineData("", """{ "$schema": "obj/content.schema.json", "root": "texts" }""")]
    public void The_content_folder_is_no_part_of_the_program_however_it_is_named(string root, string configuration)
    {
        var project = new TestProject(feed, $"<ContentRoot>{root}</ContentRoot>").Write("content.json", configuration)
            .Write("texts/sample.cs", "This is no C#, and no part of the program.").Write("texts/a.md", "---\ntitle: A\ndate: 2026-01-02\n---\n");

        project.Build().Passes();

        Assert.Equal(["2026-01-02 A /a/"], project.Output());
    }

    [Theory]
    [InlineData("-p:ContentEnabled=false")]
    [InlineData("-p:ContentRoot=.")]
    public void Asking_for_a_property_does_not_list_the_whole_disk(string argument)
    {
        var project = new TestProject(feed);
        project.Run("restore").Passes();

        var outcome = DotNet.Run(project.Folder, "msbuild", "-getProperty:TargetFramework", argument);

        Assert.Equal((0, "net10.0\n"), (outcome.ExitCode, outcome.Output));
    }
}
