using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Interruptions;

public sealed class UnwritableOutput(PackageFeed feed)
{
    [Fact]
    public void Is_an_error_with_a_code()
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("obj/Debug/net10.0/content", "A file where a folder should be, which even root cannot write into.");

        var outcome = project.Build();

        Assert.Equal(1, outcome.ExitCode);
        var error = Assert.Single(outcome.Diagnostics);
        Assert.StartsWith("app.csproj(1,1,1,1): error CONTENT9002: ", error, StringComparison.Ordinal);
        Assert.Contains("obj/Debug/net10.0/content", error, StringComparison.Ordinal);
    }
}
