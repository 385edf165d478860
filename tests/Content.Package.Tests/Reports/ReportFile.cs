using System.Text.Json;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Reports;

public sealed class ReportFile(PackageFeed feed)
{
    private const string Report = "-p:ContentReport=reports/content.sarif";

    [Fact]
    public void Says_what_the_build_says_also_where_it_fails_and_where_nothing_has_changed()
    {
        var project = new TestProject(feed).Article("a.md", "A", "never", body: "[b](b.md)").Write("content/loose.md", TestProject.EmptyLink);

        var first = project.Build(Report);
        Assert.Equal(1, first.ExitCode);
        Assert.Equal(["error CONTENT1002", "error CONTENT2001", "warning CONTENT2010"], Results(project));
        Assert.Equal(first.Codes.Count, Results(project).Length);

        File.Delete(project.PathOf("reports/content.sarif"));
        Assert.Equal(1, project.Build(Report).ExitCode);
        Assert.Equal(["error CONTENT1002", "error CONTENT2001", "warning CONTENT2010"], Results(project));

        project.Article("a.md", "A").Article("loose.md", "Loose").Build(Report).Passes();
        Assert.Empty(Results(project));
    }

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);CONTENT2010</NoWarn>")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "error CONTENT2010")]
    [InlineData("<MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>", "error CONTENT2010")]
    [InlineData("<WarningsAsErrors>CONTENT2010</WarningsAsErrors>", "error CONTENT2010")]
    [InlineData("<WarningsAsErrors>CONTENT2010</WarningsAsErrors><NoWarn>CONTENT2010</NoWarn>")]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>CONTENT2010</WarningsNotAsErrors>", "warning CONTENT2010")]
    public void Has_the_severities_of_the_project(string properties, params string[] results)
    {
        var project = new TestProject(feed, properties).Write("content/loose.md", TestProject.EmptyLink);
        var outcome = project.Build(Report);
        Assert.Equal(results, Results(project));
        Assert.Equal(results, outcome.Diagnostics.Select(line => line.Split(": ")[1]));
    }

    [Fact]
    public void Is_whole_where_several_frameworks_are_built_at_once()
    {
        var project = new TestProject(feed, framework: "net8.0;net10.0").Write("content/loose.md", TestProject.EmptyLink);
        Assert.Equal(0, project.Build("-m", Report).ExitCode);
        Assert.Equal(["warning CONTENT2010"], Results(project));
        Assert.Equal(["reports/content.sarif"], project.FilesBelow("reports"));
    }

    [Fact]
    public void Counts_from_the_root_of_the_repository()
    {
        var folder = feed.NewFolder("repository");
        Directory.CreateDirectory(Path.Combine(folder, ".git"));
        var project = new TestProject(feed, folder: Path.Combine(folder, "src", "site")).Write("content/loose.md", TestProject.EmptyLink);
        project.Build(Report);
        using var report = Read(project);
        var place = report.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("src/site/content/loose.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void Is_an_error_where_it_cannot_be_written()
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("reports/content.sarif/in-the-way.txt", "");
        Assert.Equal(["CONTENT9002"], project.Build(Report).Codes);
    }

    /// <summary>What is not suppressed.</summary>
    private static string[] Results(TestProject project)
    {
        using var report = Read(project);
        return [.. report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => !result.TryGetProperty("suppressions", out var suppressions) || suppressions.GetArrayLength() == 0)
            .Select(result => $"{result.GetProperty("level").GetString()} {result.GetProperty("ruleId").GetString()}")];
    }

    private static JsonDocument Read(TestProject project) => JsonDocument.Parse(File.ReadAllText(project.PathOf("reports/content.sarif")));
}
