using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Storage;

/// <summary>In Debug the catalog lies beside the assembly, and goes wherever that goes.</summary>
public sealed class CatalogBesideAssembly(PackageFeed feed)
{
    private const string Program = "Console.WriteLine(Catalog.Articles.A.Title + Catalog.Articles.A.Body.Html.TrimEnd());";

    [Theory]
    [InlineData("A", "Other prose.")]
    [InlineData("Another title", "Some prose.")]
    public void An_edit_that_keeps_the_shape_leaves_the_assembly_alone(string title, string body)
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("Program.cs", Program);
        project.Build().Passes();
        var before = (File.GetLastWriteTimeUtc(project.Compiled), Hash(project.Compiled));

        project.Article("a.md", title, body: body);
        var edited = project.Build("--no-restore", "-v:n").Output;
        var second = project.Build("--no-restore", "-v:d").Output;

        Assert.Contains("Skipping target \"CoreCompile\" because all output files are up-to-date", second, StringComparison.Ordinal);
        Assert.DoesNotContain("csc.dll", edited, StringComparison.Ordinal);
        Assert.Equal(before, (File.GetLastWriteTimeUtc(project.Compiled), Hash(project.Compiled)));
        Assert.Equal([$"{title}<p>{body}</p>"], project.Output());
        Assert.True(File.Exists(project.PathOf("bin/Debug/net10.0/app.content")), "The file is gone after a build without a change.");
    }

    [Fact]
    public void A_new_article_reaches_the_C_sharp_compiler_and_so_does_another_storage()
    {
        var project = new TestProject(feed).Article("a.md", "A");
        project.Build().Passes();
        project.Article("b.md", "B", "2026-11-24");
        project.Build("--no-restore").Passes();
        Assert.Equal(["2026-11-24 B /b/", "2026-11-23 A /a/"], project.Output());

        project.Build("--no-restore", "-p:ContentStorage=embedded").Passes();
        Assert.False(File.Exists(project.PathOf("bin/Debug/net10.0/app.content")), "The file of the last build is still there.");
        Assert.Equal(["2026-11-24 B /b/", "2026-11-23 A /a/"], project.Output());

        project.Build("--no-restore").Passes();
        Assert.Equal(["2026-11-24 B /b/", "2026-11-23 A /a/"], project.Output());
        project.Run("clean").Passes();
        Assert.False(File.Exists(project.PathOf("bin/Debug/net10.0/app.content")), "The file is left by clean.");
    }

    [Fact]
    public void It_reaches_a_project_two_references_away_that_has_a_catalog_too()
    {
        var folder = feed.NewFolder("far and wide");
        new TestProject(feed, type: "Library", name: "texts", folder: Path.Combine(folder, "texts")).Article("a.md", "Far");
        new TestProject(feed, type: "Library", name: "middle", folder: Path.Combine(folder, "middle"), reference: """<ProjectReference Include="../texts/texts.csproj" />""")
            .Write("Middle.cs", "public static class Middle { public static string Title => texts.Catalog.Articles.A.Title; }");
        var project = new TestProject(feed, folder: Path.Combine(folder, "app"), items: """<ProjectReference Include="../middle/middle.csproj" />""").Article("a.md", "Near");
        project.Write("Program.cs", "Console.WriteLine(Middle.Title + Catalog.Articles.A.Title);");

        project.Build().Passes();
        Assert.Equal(["FarNear"], project.Output());

        new TestProject(feed, type: "Library", name: "texts", folder: Path.Combine(folder, "texts")).Article("a.md", "Farther");
        project.Build("--no-restore", "-graph").Passes();
        Assert.Equal(["FartherNear"], project.Output());
    }

    [Fact]
    public void It_goes_along_with_a_razor_class_library()
    {
        var folder = feed.NewFolder("razor");
        var library = new TestProject(feed, sdk: "Microsoft.NET.Sdk.Razor", type: "Library", name: "texts", folder: Path.Combine(folder, "texts")).Article("a.md", "Shared");
        var web = new TestProject(
            feed, "<OutputType>Exe</OutputType>", sdk: "Microsoft.NET.Sdk.Web", type: "Library", name: "web", folder: Path.Combine(folder, "web"),
            items: """<ProjectReference Include="../texts/texts.csproj" />""", reference: "");
        web.Write("Program.cs", "Console.WriteLine(texts.Catalog.Articles.A.Title);");

        web.Build("-graph").Passes();
        Assert.Equal(["Shared"], web.Output());

        library.Article("a.md", "Edited");
        var edited = web.Build("--no-restore", "-graph", "-v:n").Output;
        Assert.DoesNotContain("csc.dll", edited, StringComparison.Ordinal);
        Assert.Equal(["Edited"], web.Output());

        web.Run("publish", "-c", "Debug", "-o", "out").Passes();
        Assert.Equal(["Edited"], web.Output(web.PathOf("out/web.dll")));
        Assert.DoesNotContain(web.FilesBelow("out"), file => file.EndsWith(".md", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_published_also_beside_a_single_file()
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("Program.cs", Program);
        project.Run("publish", "-c", "Debug", "-o", "out", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishSingleFile=true").Passes();

        Assert.Contains("out/app.content", project.FilesBelow("out"));
        Assert.DoesNotContain("out/app.dll", project.FilesBelow("out"));
        var start = new ProcessStartInfo(project.PathOf(OperatingSystem.IsWindows() ? "out/app.exe" : "out/app")) { RedirectStandardOutput = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        using var program = Process.Start(start)!;
        Assert.Equal("A<p>Some prose.</p>", program.StandardOutput.ReadToEnd().Trim());
    }

    [Fact]
    public void A_package_holds_it_whatever_the_configuration()
    {
        var folder = feed.NewFolder("packed in debug");
        var library = new TestProject(feed, type: "Library", name: "debugged", folder: Path.Combine(folder, "debugged")).Article("a.md", "Packed");
        library.Run("pack", "-c", "Debug", "-o", Path.Combine(feed.Folder, "feed"), "-p:PackageVersion=4.0.0").Passes();
        Assert.Equal(["debugged.nuspec", "lib/net10.0/debugged.dll"], feed.FilesOf("debugged", "4.0.0"));

        var project = new TestProject(feed, folder: Path.Combine(folder, "app"), reference: """<PackageReference Include="debugged" Version="4.0.0" />""");
        project.Write("Program.cs", "Console.WriteLine(debugged.Catalog.Articles.A.Title);");
        project.Build().Passes();
        Assert.Equal(["Packed"], project.Output());

        library.Build("--no-restore").Passes();
        library.Run("pack", "-c", "Debug", "--no-build", "-o", "nowhere").Fails(
            "debugged.csproj : error CONTENT0003: The package would lack its catalog: 'debugged' was built with ContentStorage 'file'. Pack with 'dotnet pack' and without '--no-build', or set ContentStorage to 'embedded'.");
    }

    [Fact]
    public void A_missing_or_foreign_file_is_named()
    {
        var project = new TestProject(feed).Article("a.md", "A").Write("Program.cs", $"try {{ {Program} }} catch (ContentException failure) {{ Console.WriteLine(failure.Message); }}");
        project.Build().Passes();
        var file = project.PathOf("bin/Debug/net10.0/app.content");

        var other = new TestProject(feed, type: "Library", name: "other").Article("a.md", "A");
        other.Build().Passes();
        File.Copy(other.Blob, file, overwrite: true);
        Assert.Equal(
            [$"'{file}' does not belong to the code of 'app': it was compiled for another assembly, or for content of another shape. Rebuild the project that holds the catalog."],
            project.Output());

        File.Delete(file);
        Assert.Equal(
            [$"The catalog of 'app' is missing: the assembly does not hold it, and '{file}' does not exist. Build the project again, copy the file along with its assembly, or set the property ContentStorage to 'embedded'."],
            project.Output());

        project.Build("--no-restore").Passes();
        Assert.Equal(["A<p>Some prose.</p>"], project.Output());
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}
