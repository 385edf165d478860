using System.Text.Json;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Evaluation;

/// <summary>The content folder as content.json names it, in every form that JSON has for it.</summary>
public sealed class ContentRoot(PackageFeed feed)
{
    private const string Posts = """ "collections": { "posts": { "type": "Post", "files": "posts/**/*.{md,json}", "fields": { "root": "string?" } } } """;

    [Fact]
    public void Is_no_part_of_the_program_in_whatever_form_it_is_written()
    {
        var project = Site();

        foreach (var form in (string[])
            [
                """{ "root": "texts" }""",
                "{\n  \"collections\": { \"posts\": { \"type\": \"Post\", \"files\": \"*.md\", \"fields\": {\n  \"root\": \"string?\" } } }, \"root\": \"texts\"\n}",
                """{ "root": "t\u0065xts" }""",
                "// \"root\": \"content\"\n{ /* \"root\": \"x\" */ \"root\": \"texts\", }",
                "{ \"root\":\n  \"texts\" }",
                "{ \"root\": \"./texts/\" }",
            ])
        {
            project.Write("content.json", form);
            // Without and with the note of the last build.
            Assert.Equal(["Program.cs", "content/sample.cs"], Items(project, "Compile"));
            Assert.Equal(["Program.cs", "content/sample.cs"], Items(project, "Compile"));
            Assert.Equal(["content/data.json"], Items(project, "Content"));
        }
    }

    [Theory]
    [InlineData("""{ "root": "x;/etc" }""")]
    [InlineData("""{ "root": "../elsewhere" }""")]
    [InlineData("""{ "root": """)]
    public void Takes_nothing_else_out_of_the_program(string configuration)
    {
        var project = Site().Write("content.json", configuration);
        Directory.Delete(project.PathOf("content"), recursive: true);

        Assert.Equal(["Program.cs", "texts/sample.cs"], Items(project, "Compile"));
        Assert.Equal(["Program.cs", "texts/sample.cs"], Items(project, "Compile"));
        Assert.DoesNotContain(Items(project, "Watch", "_ContentCollectWatchItems"), path => path.StartsWith("/etc", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_taken_out_by_collections_where_it_is_the_project_folder()
    {
        var project = Site().Write("content.json", $$"""{ "root": ".", {{Posts}} }""").Write("posts/s.cs", "This is no C#.").Write("posts/draft.json", "{}");

        Assert.Equal(["Program.cs", "content/sample.cs", "texts/sample.cs"], Items(project, "Compile"));
        Assert.Equal(["content/data.json", "texts/data.json"], Items(project, "Content"));
    }

    [Fact]
    public void Has_none_of_the_outputs_in_it_where_it_is_the_project_folder()
    {
        var project = new TestProject(feed)
            .Write("content.json", """{ "root": ".", "collections": { "pages": { "type": "Page", "files": ["**/*.{html,json}", "!content.json"], "fields": { "title": "string" } } } }""")
            .Write("one.html", "<title>One</title>").Write("Program.cs", "foreach (var page in Catalog.Pages) Console.WriteLine(page.Title);");
        project.Run("publish", "-o", "pub").Passes();
        project.Write("pub/page.html", "<title>Published</title>");

        project.Build().Passes();

        Assert.Equal(["One"], project.Output());
    }

    [Fact]
    public void Leaves_what_the_project_includes_by_name()
    {
        var project = new TestProject(feed, items: """<Compile Include="content/samples/*.cs" />""");
        project.Write("content/samples/sample.cs", "class Sample;").Write("content/other.cs", "This is no C#.").Run("restore").Passes();

        Assert.Equal(["Program.cs", "content/samples/sample.cs"], Items(project, "Compile"));
    }

    [Fact]
    public void Is_not_read_while_MSBuild_evaluates()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no mkfifo on Windows.");
        var project = Site();
        using (var make = System.Diagnostics.Process.Start("mkfifo", [project.PathOf("content.json")]))
            make.WaitForExit();

        var outcome = DotNet.Run(project.Folder, "msbuild", "-getProperty:TargetFramework");

        Assert.Equal((0, "net10.0\n"), (outcome.ExitCode, outcome.Output));
    }

    [Fact]
    public void Is_the_default_where_a_folder_has_the_name_of_the_file()
    {
        var project = Site();
        Directory.CreateDirectory(project.PathOf("content.json"));

        Assert.Equal(["Program.cs", "texts/sample.cs"], Items(project, "Compile"));
    }

    /// <summary>A web project, since its SDK publishes json files, and with code that compiles nowhere.</summary>
    private TestProject Site()
    {
        var project = new TestProject(feed, sdk: "Microsoft.NET.Sdk.Web", type: "Library");
        project.Write("Program.cs", "return;").Write("texts/sample.cs", "This is no C#.").Write("texts/data.json", "{}")
            .Write("content/sample.cs", "This is no C#.").Write("content/data.json", "{}").Run("restore").Passes();
        return project;
    }

    private static string[] Items(TestProject project, string type, string target = "_ContentReadSettings")
    {
        var outcome = DotNet.Run(project.Folder, "msbuild", $"-getItem:{type}", $"-t:{target}");
        Assert.True(outcome.ExitCode == 0, outcome.Output);
        using var items = JsonDocument.Parse(outcome.Output);
        return [.. items.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))
            .Where(path => !path.StartsWith("Properties/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
