using System.IO.Compression;
using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.PackageReadmes;

/// <summary>A library that wants nothing but its README and changelog looked at.</summary>
public sealed class PackedReadme(PackageFeed feed)
{
    private const string Properties = """
        <ContentEnabled>readme</ContentEnabled>
        <PackageReadmeFile>README.md</PackageReadmeFile>
        <ContentChangelog>CHANGELOG.md</ContentChangelog>
        <Version>1.2.0</Version>
        <RepositoryUrl>https://github.com/acme/lib</RepositoryUrl>
        <RepositoryCommit>c0ffee</RepositoryCommit>
        """;

    private const string Items = """<None Include="README.md" Pack="true" PackagePath="\" />""";

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0;net10.0")]
    public void Has_its_links_written_out_and_its_notes_and_nothing_of_ours(string framework)
    {
        var project = Library(framework).Write("README.md", "# Lib\n\n[docs](docs/guide.md#guide) ![logo](docs/logo.png)\n");

        project.Run("pack", "-o", project.PathOf("out")).Passes();

        using var package = ZipFile.OpenRead(project.PathOf("out/lib.1.2.0.nupkg"));
        Assert.Equal(
            "# Lib\n\n[docs](https://github.com/acme/lib/blob/c0ffee/docs/guide.md#guide) ![logo](https://raw.githubusercontent.com/acme/lib/c0ffee/docs/logo.png)\n",
            Read(package, "README.md"));
        var nuspec = Read(package, "lib.nuspec");
        Assert.Contains("<releaseNotes>- One; two &amp; &lt;three&gt; 50%.</releaseNotes>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("Content.", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain(package.Entries, entry => entry.Name.StartsWith("Content.", StringComparison.Ordinal));
        Assert.Contains("[docs](docs/guide.md#guide)", File.ReadAllText(project.PathOf("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Leads_where_it_should_where_the_gallery_renders_it()
    {
        var project = Library("net10.0").Write(
            "README.md",
            "# Lib\n\n- [ ] [docs](docs/guide.md#guide), ![logo](docs/logo.png), [part](#a-part), <https://example.org>\n\n| a |\n|---|\n| [table][docs] |\n\n[docs]: docs/guide.md \"T\"\n\n## A part\n");

        project.Run("pack", "-o", project.PathOf("out")).Passes();

        var page = GalleryPage.Of(project.PathOf("out/lib.1.2.0.nupkg"));
        Assert.Empty(page.Faults);
        Assert.Contains("src=\"https://raw.githubusercontent.com/acme/lib/c0ffee/docs/logo.png\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("<td><a href=\"https://github.com/acme/lib/blob/c0ffee/docs/guide.md\" title=\"T\">table</a></td>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_each_of_our_own_packages_is_right_on_the_gallery()
    {
        var packages = Directory.GetFiles(Path.Combine(feed.Folder, "feed"), "Content.*.nupkg");
        Assert.NotEmpty(packages);
        foreach (var package in packages)
            Assert.Empty(GalleryPage.Of(package).Faults.Select(fault => $"{Path.GetFileName(package)}: {fault}"));
    }

    [Fact]
    public void Is_not_packed_with_a_dead_link_or_without_a_section_and_builds_all_the_same()
    {
        var project = Library("net10.0").Write("README.md", "# Lib\n\n[docs](docs/gone.md)\n").Write("CHANGELOG.md", "## 1.1.0\n\n- Old.\n");
        project.Build().Passes();
        var outcome = project.Run("pack", "-o", project.PathOf("out"));
        outcome.Fails(
            "CHANGELOG.md(1,1,1,9): error CONTENT6005: There is no section for version '1.2.0'; the topmost is '1.1.0'. Add a heading '## 1.2.0' with what has changed.",
            "README.md(3,8,3,20): error CONTENT6001: 'docs/gone.md' does not exist in the repository.");
        Assert.Empty(project.FilesBelow("out"));
    }

    [Fact]
    public void Is_packed_again_where_only_the_changelog_has_changed()
    {
        var project = Library("net10.0").Write("README.md", "# Lib\n");
        project.Run("pack", "-o", project.PathOf("out")).Passes();
        project.Write("CHANGELOG.md", "## 1.2.0\n\n- Two.\n");
        project.Run("pack", "-o", project.PathOf("out")).Passes();
        using var package = ZipFile.OpenRead(project.PathOf("out/lib.1.2.0.nupkg"));
        Assert.Contains("<releaseNotes>- Two.</releaseNotes>", Read(package, "lib.nuspec"), StringComparison.Ordinal);
    }

    private TestProject Library(string framework)
    {
        var project = new TestProject(feed, Properties + "<LangVersion>latest</LangVersion>", Items, framework: framework, type: "Library", name: "lib")
            .Write("CHANGELOG.md", "# Changes\n\n## 1.2.0\n\n- One; two & <three> 50%.\n\n## 1.1.0\n\n- Old.\n")
            .Write("docs/guide.md", "# Guide\n")
            .Write("docs/logo.png", "logo")
            .Write("Lib.cs", "namespace Lib { public static class Answer { public const int Value = 42; } }\n");
        // A repository of its own, so that what is above the test's folder does not count.
        Directory.CreateDirectory(project.PathOf(".git"));
        return project;
    }

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
