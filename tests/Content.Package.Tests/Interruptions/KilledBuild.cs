using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Interruptions;

public sealed class KilledBuild(PackageFeed feed)
{
    [Fact]
    public void Leaves_nothing_that_the_next_one_stumbles_over()
    {
        var project = new TestProject(feed).Articles(800);
        project.Build().Passes();
        var (source, data) = (File.ReadAllBytes(project.Generated), File.ReadAllBytes(project.Blob));

        foreach (var moment in (int[])[20, 150, 400])
        {
            Directory.Delete(project.PathOf("obj/Debug"), recursive: true);
            using (var build = DotNet.Start(project.Folder, "build", "app.csproj", "--no-restore", "-nologo"))
            {
                SpinWait.SpinUntil(() => File.Exists(project.PathOf("obj/Debug/net10.0/content/content.lock")), TimeSpan.FromSeconds(60));
                Thread.Sleep(moment);
                build.Kill(entireProcessTree: true);
                build.WaitForExit();
            }

            project.Build("--no-restore").Passes();
            Assert.Equal(source, File.ReadAllBytes(project.Generated));
            Assert.Equal(data, File.ReadAllBytes(project.Blob));
        }

        // As if it had been killed while it was writing.
        project.Write("obj/Debug/net10.0/content/Content.Catalog.0.tmp", "half");
        project.Run("clean").Passes();
        Assert.False(Directory.Exists(Path.GetDirectoryName(project.Blob)));
    }
}
