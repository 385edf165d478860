using System.Diagnostics;
using System.Text;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Publishing;

public sealed class ConsoleProject(PackageFeed feed)
{
    [Fact]
    public void Publishes_no_sources()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "![p](p.png)").Write("content/p.png", "a file").Write("content.json", "{}");

        project.Run("publish", "-o", "out").Passes();

        Assert.Equal(
            ["out/Content.Runtime.dll", "out/app", "out/app.deps.json", "out/app.dll", "out/app.pdb", "out/app.runtimeconfig.json"],
            project.FilesBelow("out"));
    }

    [Fact]
    public void Is_trimmed_without_a_warning()
    {
        var project = new TestProject(
            feed, "<PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><TrimmerSingleWarn>false</TrimmerSingleWarn><EnableAotAnalyzer>true</EnableAotAnalyzer><UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>");
        project.Article("a.md", "A", body: "Some **prose**.").Write("Program.cs", "Console.WriteLine(Catalog.Articles.A.Body.Html.TrimEnd() + Catalog.Find(\"/a/\")!.Url);");

        project.Run("publish", "-o", "out").Passes();

        Assert.Equal(["<p>Some <strong>prose</strong>.</p>/a/"], project.Output(project.PathOf("out/app.dll")));
    }

    [Fact]
    public void Is_compiled_ahead_of_time_with_nothing_live_in_it()
    {
        var linker = FindLinker();
        Assert.SkipWhen(linker is null, "There is neither clang nor gcc here to link with.");
        var project = new TestProject(
            feed,
            $"<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn><InvariantGlobalization>true</InvariantGlobalization><UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier><CppCompilerAndLinker>{linker}</CppCompilerAndLinker>{(linker == "gcc" ? "<LinkerFlavor>bfd</LinkerFlavor>" : "")}");
        project.Article("a.md", "A", body: "Some **prose**.").Write("Program.cs", "Console.WriteLine(Catalog.Articles.A.Body.Html.TrimEnd() + Catalog.Find(\"/a/\")!.Url);");

        // In Debug, where the catalog lies beside the program and would be followed.
        project.Run("publish", "-c", "Debug", "-o", "out").Passes();

        var program = project.PathOf("out/app");
        Assert.True(File.Exists(project.PathOf("out/app.content")), "The catalog is not published along with the program.");
        Assert.DoesNotContain(".content.live", Encoding.Unicode.GetString(File.ReadAllBytes(program)), StringComparison.Ordinal);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        using var running = Process.Start(start)!;
        Assert.Equal("<p>Some <strong>prose</strong>.</p>/a/", running.StandardOutput.ReadToEnd().Trim());
    }

    private static string? FindLinker() => OperatingSystem.IsLinux()
        ? ((string[])["clang", "gcc"]).FirstOrDefault(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))))
        : null;
}
