using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Neighbours;

public sealed class AnotherMarkdig(PackageFeed feed)
{
    /// <summary>A task that brings a Markdig of its own, older than ours, and says which one it got.</summary>
    private const string Task = """
        public sealed class SayMarkdig : Microsoft.Build.Utilities.Task
        {
            public override bool Execute()
            {
                Log.LogMessage(Microsoft.Build.Framework.MessageImportance.High, "The other Markdig is " + typeof(Markdig.Markdown).Assembly.GetName().Version + " " + Markdig.Markdown.ToHtml("*x*").Trim());
                return true;
            }
        }
        """;

    [Fact]
    public void In_another_task_of_the_same_build_is_no_trouble()
    {
        var folder = feed.NewFolder("tasks");
        var task = new TestProject(
            feed, "<CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>", type: "Library", name: "other", folder: Path.Combine(folder, "other"), reference: """
                <PackageReference Include="Markdig" Version="0.45.0" />
                <PackageReference Include="Microsoft.Build.Utilities.Core" Version="18.0.2" ExcludeAssets="runtime" />
                """);
        task.Write("SayMarkdig.cs", Task).Build().Passes();
        var project = new TestProject(feed, folder: Path.Combine(folder, "app")).Article("a.md", "A");
        project.Write("Directory.Build.targets", $"""
            <Project>
              <UsingTask TaskName="SayMarkdig" AssemblyFile="{task.PathOf("bin/Debug/net10.0/other.dll")}" />
              <Target Name="Before" BeforeTargets="CompileContent"><SayMarkdig /></Target>
              <Target Name="After" AfterTargets="CompileContent"><SayMarkdig /></Target>
            </Project>
            """);

        var outcome = project.Build().Passes();

        Assert.Equal(2, outcome.Output.Split("The other Markdig is 0.45.0.0 <p><em>x</em></p>").Length - 1);
        Assert.Equal(["2026-11-23 A /a/"], project.Output());
    }
}
