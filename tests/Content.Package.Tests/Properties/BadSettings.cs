using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Properties;

public sealed class BadSettings(PackageFeed feed)
{
    [Theory]
    [InlineData("<ContentStorage>files</ContentStorage>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentStorage' must be 'file' or 'embedded', but is 'files'. Did you mean 'file'?")]
    [InlineData("<ContentLive>yes</ContentLive>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentLive' must be 'true' or 'false', but is 'yes'.")]
    [InlineData("<ContentDrafts>includ</ContentDrafts>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentDrafts' must be 'include' or 'exclude', but is 'includ'. Did you mean 'include'?")]
    [InlineData("<ContentAccessibility>private</ContentAccessibility>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentAccessibility' must be 'public' or 'internal', but is 'private'.")]
    [InlineData("<ContentBuildDate>11/23/2026</ContentBuildDate>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentBuildDate' must be a date such as 2026-11-23, but is '11/23/2026'.")]
    [InlineData("<ContentConfig>nowhere.json</ContentConfig>", "nowhere.json(1,1,1,1): error CONTENT0002: The configuration file 'nowhere.json' does not exist. Create it, or correct the property ContentConfig.")]
    [InlineData("<ContentCatalogName>my catalog</ContentCatalogName>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentCatalogName' must be the name of a C# class, but is 'my catalog'.")]
    [InlineData("<ContentCatalogName>class</ContentCatalogName>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentCatalogName' must be the name of a C# class, but is 'class'.")]
    [InlineData("<ContentNamespace>My..Texts</ContentNamespace>", "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentNamespace' must be a C# namespace such as My.Site, but is 'My..Texts'.")]
    [InlineData("<ContentEnabled>maybe</ContentEnabled>", "app.csproj : error CONTENT0003: The property 'ContentEnabled' must be 'true', 'readme' or 'false', but is 'maybe'.")]
    [InlineData("<ContentRoot>nowhere</ContentRoot>", "app.csproj(1,1,1,1): warning CONTENT0005: The content folder 'nowhere' does not exist, so the catalog is empty. Create it, or set 'root' in content.json or the property ContentRoot.")]
    [InlineData("<ContentRoot>content/a.md</ContentRoot>", "app.csproj(1,1,1,1): warning CONTENT0005: The content folder 'content/a.md' is a file, so the catalog is empty. Set 'root' in content.json or the property ContentRoot to the folder that holds the articles.")]
    [InlineData("<ContentReport>content/a.md/report.sarif</ContentReport>", "app.csproj(1,1,1,1): error CONTENT9002: 'content/a.md/report.sarif' cannot be written: The file 'content/a.md' already exists. Free space, grant access or choose another path.")]
    public void Are_coded_errors(string property, string diagnostic)
    {
        var outcome = new TestProject(feed, property).Article("a.md", "A").Build();

        Assert.Equal([diagnostic], outcome.Diagnostics);
        Assert.Equal(diagnostic.Contains(": error ", StringComparison.Ordinal) ? 1 : 0, outcome.ExitCode);
    }
}
