using System.Text.Json;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Evaluation;

/// <summary>Properties count wherever they are set, also where that is after the package's targets.</summary>
public sealed class LateProperties(PackageFeed feed)
{
    private const string Settings = """
        <ContentRoot>texts</ContentRoot><ContentConfig>blog.json</ContentConfig><ContentNamespace>My.Texts</ContentNamespace>
        <ContentCatalogName>Library</ContentCatalogName><ContentAccessibility>internal</ContentAccessibility><ContentDrafts>exclude</ContentDrafts>
        <ContentBuildDate>2026-01-01</ContentBuildDate><ContentReport>report.sarif</ContentReport><NoWarn>CONTENT2011</NoWarn>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>CONTENT2010</WarningsNotAsErrors>
        """;

    private const string Warning = "texts/loose.md(4,11,4,11): warning CONTENT2010: The destination is empty. Write one, or remove the link.";

    public static TheoryData<string> Places => ["the project", "Directory.Build.props", "Directory.Build.targets", "an imported file", "the command line"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Count(string place)
    {
        var (project, arguments) = Project(place, Settings);
        project.Write("blog.json", """{ "root": "elsewhere", "collections": { "notes": { "type": "Note", "files": "*.md", "fields": { "title": "string" } } } }""")
            .Write("texts/sample.cs", "This is no C#.")
            .Write("texts/loose.md", "---\ntitle: L\n---\n[nowhere]() [a][b]\n").Write("texts/draft.md", "---\ntitle: D\ndraft: true\n---\n")
            .Write("texts/later.md", "---\ntitle: Later\npublishDate: 2026-01-02\n---\n")
            .Write("Program.cs", """
                foreach (var note in Library.Notes)
                    Console.WriteLine(note.Title + " " + typeof(My.Texts.Library).IsNotPublic);
                """);

        project.Build(arguments).Passes(Warning);

        Assert.Equal(["L True"], project.Output());
        using var report = JsonDocument.Parse(File.ReadAllText(project.PathOf("report.sarif")));
        Assert.Equal(
            ["warning CONTENT2010 0", "warning CONTENT2011 1"],
            report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(result => $"{result.GetProperty("level").GetString()} {result.GetProperty("ruleId").GetString()} {result.GetProperty("suppressions").GetArrayLength()}"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Count_for_the_namespace_of_the_project_and_for_errors(string place)
    {
        var (project, arguments) = Project(place, "<RootNamespace>my-site</RootNamespace><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        project.Write("content/loose.md", TestProject.EmptyLink).Run("restore").Passes();

        project.Run("msbuild", ["-t:CompileContent", .. arguments])
            .Fails("content/loose.md(6,11,6,11): error CONTENT2010: The destination is empty. Write one, or remove the link.");
        project.Article("loose.md", "Loose").Run("msbuild", ["-t:CompileContent", .. arguments]).Passes();
        Assert.Contains("\nnamespace my_site;\n", File.ReadAllText(project.Generated), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Switch_everything_off(string place)
    {
        var (project, arguments) = Project(place, "<ContentEnabled>false</ContentEnabled>");
        project.Article("a.md", "A", "never").Write("content/code.cs", "internal static class Beside;")
            .Write("Program.cs", "Console.WriteLine(typeof(Beside).Name);");

        project.Build(arguments).Passes();

        Assert.Equal(["Beside"], project.Output());
        Assert.Empty(project.FilesBelow("obj/Debug/net10.0/content"));
    }

    private (TestProject Project, string[] Arguments) Project(string place, string properties)
    {
        var xml = $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>";
        return place switch
        {
            "the project" => (new TestProject(feed, properties), []),
            "the command line" => (new TestProject(feed), [.. System.Xml.Linq.XElement.Parse(xml).Descendants()
                .Where(property => !property.HasElements).Select(property => $"-p:{property.Name}={property.Value}")]),
            "an imported file" => (new TestProject(feed)
                .Write("Directory.Build.targets", """<Project><Import Project="more/settings.targets" /></Project>""").Write("more/settings.targets", xml), []),
            _ => (new TestProject(feed).Write(place, xml), []),
        };
    }
}
