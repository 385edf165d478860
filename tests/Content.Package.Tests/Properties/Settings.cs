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
}
