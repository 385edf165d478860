using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Refusals;

public sealed class OldTargets(PackageFeed feed)
{
    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    [InlineData("net6.0")]
    public void Get_one_error_that_says_why(string framework)
    {
        var outcome = new TestProject(feed, framework: framework, type: "Library", properties: "<ImplicitUsings>disable</ImplicitUsings><CheckEolTargetFramework>false</CheckEolTargetFramework>")
            .Article("a.md", "A").Build();

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([$"app.csproj : error CONTENT0001: Content.Build needs a project for net8.0 or newer; this one is for '{framework}'."], outcome.Diagnostics);
    }
}
