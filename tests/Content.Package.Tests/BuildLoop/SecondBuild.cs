using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.BuildLoop;

public sealed class SecondBuild(PackageFeed feed)
{
    private const string Warning = "content/loose.md(6,11,6,11): warning CONTENT2010: ";

    [Fact]
    public void Says_the_same_and_compiles_nothing()
    {
        var project = new TestProject(feed).Article("good.md", "Good").Write("content/loose.md", TestProject.EmptyLink);

        var first = project.Build();
        var before = Times(project);
        var second = project.Build("--no-restore");

        Assert.StartsWith(Warning, Assert.Single(first.Diagnostics), StringComparison.Ordinal);
        second.Passes([.. first.Diagnostics]);
        Assert.Equal(before, Times(project));
    }

    private static DateTime[] Times(TestProject project) =>
        [.. new[] { project.Generated, project.Blob, project.Compiled }.Select(File.GetLastWriteTimeUtc)];
}
