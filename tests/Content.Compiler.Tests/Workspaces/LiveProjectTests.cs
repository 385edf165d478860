using System.Text;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Workspaces;

/// <summary>What a build leaves for the program that follows its articles: all of it comes back, and a damaged file is told as one.</summary>
public sealed class LiveProjectTests
{
    private static readonly DateOnly today = new(2026, 11, 28);

    private static LiveProject Full => new(
        "/dotnet",
        "/server.dll",
        "content-1",
        new CompilationRequest
        {
            ProjectDirectory = "/project",
            ConfigurationFile = "/project/content.json",
            ConfigurationIsRequired = true,
            Root = "articles",
            OutputDirectory = "/project/obj",
            Namespace = "My.Site",
            CatalogName = "Docs",
            AssetBase = "_content/Docs",
            AssemblyName = "My.Site.Docs",
            AnalyzerConfigFiles = ["/.editorconfig", "/project/.globalconfig"],
            PageFiles = ["/project/A.razor", "/project/B.cshtml"],
            HistoryFile = "/project/content.urls.txt",
            IsPublic = false,
            IncludeUnpublished = true,
            BuildDate = new DateOnly(2026, 3, 4),
            MaxParallelism = 3,
        },
        HasFixedDate: true,
        "/help")
    {
        Warnings = new WarningProperties(true, "A", "B", "C"),
    };

    [Fact]
    public void All_of_it_comes_back()
    {
        var back = LiveProject.FromJson(Full.ToJson(), today, cores: 3);
        Assert.Equal(Full with { Request = back.Request }, back);
        var (expected, read) = (Full.Request, back.Request);
        Assert.Equal(expected.AnalyzerConfigFiles.AsEnumerable(), read.AnalyzerConfigFiles);
        Assert.Equal(expected.PageFiles.AsEnumerable(), read.PageFiles);
        Assert.Equal(
            expected with { AnalyzerConfigFiles = [], PageFiles = [], References = [], Sources = [] },
            read with { AnalyzerConfigFiles = [], PageFiles = [], References = [], Sources = [] });
    }

    [Fact]
    public void Where_no_date_is_fixed_it_is_today()
    {
        var project = Full with { HasFixedDate = false, Request = Full.Request with { IsPublic = true, IncludeUnpublished = false, ConfigurationIsRequired = false, Root = null, HistoryFile = null } };
        var back = LiveProject.FromJson(project.ToJson(), today, cores: 3);
        Assert.False(back.HasFixedDate);
        Assert.Equal(today, back.Request.BuildDate);
        Assert.True(back.Request.IsPublic);
        Assert.False(back.Request.IncludeUnpublished);
        Assert.False(back.Request.ConfigurationIsRequired);
        Assert.Null(back.Request.Root);
        Assert.Null(back.Request.HistoryFile);
    }

    [Fact]
    public void One_project_is_one_row_of_bytes_with_lines() => Assert.StartsWith("{\n  \"host\": \"/dotnet\",\n", Encoding.UTF8.GetString(Full.ToJson()), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"root\": \"articles\",=>")]
    [InlineData("\"public\": false,=>\"public\": \"no\",")]
    [InlineData("2026-03-04=>yesterday")]
    [InlineData("\"host\": \"/dotnet\"=>\"host\": 1")]
    public void What_is_damaged_is_told(string change)
    {
        var parts = change.Split("=>");
        var json = parts.Length == 1 ? change : Encoding.UTF8.GetString(Full.ToJson()).Replace(parts[0], parts[1], StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => LiveProject.FromJson(Encoding.UTF8.GetBytes(json), today, cores: 1));
    }
}
