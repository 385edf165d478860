using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Refusals;

public sealed class Languages(PackageFeed feed)
{
    private const string NotCSharp = "error CONTENT0001: Content.Build generates C#, which this project cannot compile. Put the articles into a C# class library and reference that.";

    [Theory]
    [InlineData("9.0")]
    [InlineData("9")]
    [InlineData("7.3")]
    [InlineData("ISO-2")]
    public void Older_than_the_generated_code_get_one_error(string version) =>
        new TestProject(feed, $"<ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable><LangVersion>{version}</LangVersion>", type: "Library").Article("a.md", "A").Build()
            .Fails($"app.csproj : error CONTENT0001: Content.Build generates C# 10, but the property 'LangVersion' is '{version}'. Remove it, or set it to 10 or higher.");

    [Theory]
    [InlineData("10")]
    [InlineData("preview")]
    public void As_new_as_the_generated_code_compile_it(string version) =>
        new TestProject(feed, $"<LangVersion>{version}</LangVersion>").Article("a.md", "A").Build().Passes();

    [Theory]
    [InlineData("fsproj")]
    [InlineData("vbproj")]
    public void Other_than_CSharp_get_one_error(string extension)
    {
        var project = new TestProject(feed, "<ImplicitUsings>disable</ImplicitUsings><Nullable>disable</Nullable>", type: "Library").Article("a.md", "A");
        File.Move(project.PathOf("app.csproj"), project.PathOf("app." + extension));

        var outcome = DotNet.Run(project.Folder, "build", "-nologo", "-tl:off", "-v:m", "-clp:NoSummary");

        outcome.Fails($"app.{extension} : {NotCSharp}");
    }
}
