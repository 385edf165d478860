using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Warnings;

public sealed class WarningConventions(PackageFeed feed)
{
    private const string Warning = "content/loose.md(6,11,6,11): warning CONTENT2010: The destination is empty. Write one, or remove the link.";
    private const string Error = "content/loose.md(6,11,6,11): error CONTENT2010: The destination is empty. Write one, or remove the link.";

    [Theory]
    [InlineData("", 0, Warning)]
    [InlineData("<NoWarn>$(NoWarn);CONTENT2010</NoWarn>", 0)]
    [InlineData("<NoWarn>$(NoWarn),content2010</NoWarn>", 0)]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", 1, Error)]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>CONTENT2010</WarningsNotAsErrors>", 0, Warning)]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>CONTENT2010</NoWarn>", 0)]
    [InlineData("<MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>", 1, Error)]
    [InlineData("<WarningsAsErrors>CONTENT2010</WarningsAsErrors>", 1, Error)]
    [InlineData("<WarningsAsErrors>CONTENT2011</WarningsAsErrors>", 0, Warning)]
    [InlineData("<MSBuildWarningsAsMessages>CONTENT2010</MSBuildWarningsAsMessages>", 0)]
    [InlineData("<TreatWarningsAsErrors>true</TreatWarningsAsErrors><MSBuildWarningsAsMessages>CONTENT2010</MSBuildWarningsAsMessages>", 0)]
    [InlineData("<MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors><WarningsNotAsErrors>CONTENT2010</WarningsNotAsErrors>", 0, Warning)]
    [InlineData("<MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors><MSBuildWarningsNotAsErrors>CONTENT2010</MSBuildWarningsNotAsErrors>", 0, Warning)]
    public void Hold_for_the_warnings_of_articles(string properties, int exitCode, params string[] diagnostics)
    {
        var outcome = new TestProject(feed, properties).Write("content/loose.md", TestProject.EmptyLink).Build();

        // What MSBuild made a message may still be printed; it is neither warning nor error.
        Assert.Equal(diagnostics, outcome.Diagnostics);
        Assert.Equal(exitCode, outcome.ExitCode);
    }

    [Theory]
    [InlineData("-warnaserror")]
    [InlineData("-warnaserror:CONTENT2010")]
    public void Hold_for_switches(string argument) =>
        new TestProject(feed).Write("content/loose.md", TestProject.EmptyLink).Build(argument).Fails(Error);

    [Fact]
    public void Do_not_touch_errors() =>
        new TestProject(feed, "<NoWarn>CONTENT1002</NoWarn><WarningsNotAsErrors>CONTENT1002</WarningsNotAsErrors>").Article("a.md", "A", "never").Build()
            .Fails("content/a.md(3,7,3,12): error CONTENT1002: 'date' must be a date such as 2026-11-23, but is 'never'.");
}
