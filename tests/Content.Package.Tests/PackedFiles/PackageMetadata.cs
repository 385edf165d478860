using System.Text.RegularExpressions;
using System.Xml.Linq;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.PackedFiles;

/// <summary>What a gallery shows of the packages.</summary>
public sealed partial class PackageMetadata(PackageFeed feed)
{
    public static TheoryData<string> Packages => ["Content.Build", "Content.Runtime"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Names_the_icon_the_readme_and_the_licence(string package)
    {
        var metadata = Metadata(package);
        Assert.Equal("icon.png", metadata["icon"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], feed.Read(package, "icon.png")[..4]);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Has_the_section_of_the_changelog_as_release_notes(string package)
    {
        var changelog = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src/CHANGELOG.md"));
        var section = Section().Match(changelog).Groups["text"].Value;
        Assert.Contains("The first version.", section, StringComparison.Ordinal);
        Assert.Equal(section, Metadata(package)["releaseNotes"].ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Makes_up_no_address(string package)
    {
        var metadata = Metadata(package);
        Assert.DoesNotContain("projectUrl", metadata.Keys);
        Assert.DoesNotContain("iconUrl", metadata.Keys);
        // A repository has one only where git knows one that the public can reach.
        var url = Document(package).Descendants().FirstOrDefault(element => element.Name.LocalName == "repository")?.Attribute("url")?.Value;
        Assert.True(url is null || url.StartsWith("https://", StringComparison.Ordinal), url);
    }

    private Dictionary<string, string> Metadata(string package) =>
        Document(package).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

    private XDocument Document(string package) => XDocument.Parse(feed.ReadText(package, package + ".nuspec"));

    [GeneratedRegex(@"^## 0\.1\.0\n\s*(?<text>[\s\S]+?)\s*(?=^## |\z)", RegexOptions.Multiline)]
    private static partial Regex Section();
}
