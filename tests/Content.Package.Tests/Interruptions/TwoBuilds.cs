using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Interruptions;

public sealed class TwoBuilds(PackageFeed feed)
{
    [Fact]
    public async Task At_once_in_one_folder_do_not_break_each_other()
    {
        // The targets of the SDK itself do not bear two builds in one obj; those of the package do.
        var project = new TestProject(feed).Articles(500);
        project.Run("restore").Passes();

        var builds = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => project.Run("msbuild", "-t:CompileContent"))));

        Assert.All(builds, build => build.Passes());
        project.Build("--no-restore").Passes();
        Assert.Equal(500, project.Output().Length);
    }
}
