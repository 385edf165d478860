using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Packages;
using Markdig;

namespace Content.Compiler.Tests.Packages;

/// <summary>What readers of a package see: a README without dead links and lost images, and what has changed in the version that they look at.</summary>
public sealed class PackageTextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PackageTextTests()
    {
        folder.Write("docs/guide.md", "# Guide\n\n## Start here\n");
        folder.Write("docs/logo.png", "png");
        folder.Write("LICENSE", "MIT");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[g](docs/guide.md#start-here)", "[g](https://github.com/acme/lib/blob/c0ffee/docs/guide.md#start-here)")]
    [InlineData("[g](./docs/)", "[g](https://github.com/acme/lib/tree/c0ffee/docs)")]
    [InlineData("[g](/LICENSE \"t\")", "[g](https://github.com/acme/lib/blob/c0ffee/LICENSE \"t\")")]
    [InlineData("![g](docs/logo.png)", "![g](https://raw.githubusercontent.com/acme/lib/c0ffee/docs/logo.png)")]
    [InlineData("![g](docs/logo.png?raw=true)", "![g](https://raw.githubusercontent.com/acme/lib/c0ffee/docs/logo.png)")]
    [InlineData("[a][g] [g]\n\n[g]: <docs/guide.md>\n", "[a][g] [g]\n\n[g]: <https://github.com/acme/lib/blob/c0ffee/docs/guide.md>\n")]
    [InlineData("# Usage\n\n[g](#usage)", "# Usage\n\n[g](https://github.com/acme/lib/blob/c0ffee/README.md#usage)")]
    [InlineData("[g](https://example.org/x) `[c](docs/gone.md)` <!-- [c](gone.md) -->", "[g](https://example.org/x) `[c](docs/gone.md)` <!-- [c](gone.md) -->")]
    [InlineData("é\r\n[g](LICENSE)\r\n", "é\r\n[g](https://github.com/acme/lib/blob/c0ffee/LICENSE)\r\n")]
    public void Relative_links_are_written_out_and_all_else_stays(string readme, string packed)
    {
        var texts = Check(readme);
        Assert.Empty(texts.Diagnostics);
        Assert.Equal(packed, texts.Readme);
        Assert.Equal(readme, File.ReadAllText(folder.Full("README.md")));
    }

    [Theory]
    [InlineData("[g](docs/gone.md)", "CONTENT6001 (1,5,1,17)")]
    [InlineData("[g](docs/Guide.md)", "CONTENT6001 (1,5,1,18)")]
    [InlineData("[g](../other.md)", "CONTENT6001 (1,5,1,16)")]
    [InlineData("[g](mailto:a@example.org)", "CONTENT6001 (1,5,1,25)")]
    [InlineData("![g](https://example.org/x.png)", "CONTENT6002 (1,6,1,31)")]
    [InlineData("![g](https://github.com/acme/lib/x.png)", "CONTENT6002 (1,6,1,39)")]
    [InlineData("![g](data:image/png;base64,AA)", "CONTENT6002 (1,6,1,30)")]
    [InlineData("a<br>b", "CONTENT6003 (1,2,1,6)")]
    [InlineData("<div>\nx\n</div>", "CONTENT6003 (1,1,1,6)")]
    [InlineData("[g](#usge)\n\n# Usage", "CONTENT6004 (1,5,1,10)")]
    [InlineData("[g](docs/guide.md#strat)", "CONTENT6004 (1,5,1,24)")]
    [InlineData("# A\n\n### B", "CONTENT6005 (3,1,3,6)")]
    [InlineData("# A\n\n# B", "CONTENT6005 (3,1,3,4)")]
    [InlineData("  \n", "CONTENT6005 (1,1,1,1)")]
    public void What_readers_would_miss_is_told_at_its_place(string readme, string expected)
    {
        var diagnostic = Assert.Single(Check(readme).Diagnostics);
        Assert.Equal(expected, $"{diagnostic.Code} {diagnostic.Range}");
    }

    [Theory]
    [InlineData("![b](https://img.shields.io/x.svg) ![b](https://github.com/acme/lib/actions/workflows/ci.yml/badge.svg)")]
    [InlineData("<!-- comment -->\n\ntext <!-- another -->")]
    [InlineData("<!-- content-ignore CONTENT6001 old -->\n[g](gone.md)")]
    [InlineData("## A\n\n### B\n\n## C\n\n- [x] done")]
    public void What_is_shown_well_is_silent(string readme) => Assert.Empty(Check(readme).Diagnostics);

    [Fact]
    public void Without_an_address_of_the_repository_relative_links_are_dead()
    {
        var texts = Check("[g](LICENSE) [u](#usage)\n\n# Usage", repository: "");
        Assert.Equal(["CONTENT6001 Error", "CONTENT6001 Warning"], texts.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Severity}"));
    }

    [Theory]
    [InlineData("https://github.com/acme/lib.git", "https://github.com/acme/lib/blob/c0ffee/LICENSE", "https://raw.githubusercontent.com/acme/lib/c0ffee/docs/logo.png")]
    [InlineData("git@github.com:acme/lib.git", "https://github.com/acme/lib/blob/c0ffee/LICENSE", "https://raw.githubusercontent.com/acme/lib/c0ffee/docs/logo.png")]
    [InlineData("https://gitlab.com/acme/group/lib", "https://gitlab.com/acme/group/lib/-/blob/c0ffee/LICENSE", "https://gitlab.com/acme/group/lib/-/raw/c0ffee/docs/logo.png")]
    [InlineData("https://dev.azure.com/acme/p/_git/lib", "https://dev.azure.com/acme/p/_git/lib?path=/LICENSE&version=GCc0ffee", "https://dev.azure.com/acme/p/_apis/git/repositories/lib/items?path=/docs/logo.png&versionDescriptor.versionType=commit&versionDescriptor.version=c0ffee")]
    public void Each_host_has_its_own_addresses(string url, string page, string bytes) =>
        Assert.Equal($"[l]({page}) ![l]({bytes})", Check("[l](LICENSE) ![l](docs/logo.png)", url).Readme);

    [Theory]
    [InlineData("## 1.2.0", true)]
    [InlineData("## [1.2.0] - 2026-11-23", true)]
    [InlineData("# v1.2.0 (November)", true)]
    [InlineData("### Version 1.2.0", true)]
    [InlineData("## 1.2.0-beta", false)]
    [InlineData("## 11.2.0", false)]
    [InlineData("## 1.2.0.1", false)]
    [InlineData("## Unreleased", false)]
    public void The_section_of_the_version_becomes_the_release_notes(string heading, bool isFound)
    {
        folder.Write("CHANGELOG.md", $"# Changes\n\n{heading}\n\n- One.\n\n#### More\n\n- Two.\n\n# 1.1.0\n\n- Old.\n");
        var texts = ContentCompiler.CheckPackage(Request() with { Changelog = folder.Full("CHANGELOG.md"), Version = "1.2.0+c0ffee" });
        Assert.Equal(isFound ? "- One.\n\n#### More\n\n- Two." : null, texts.ReleaseNotes);
        Assert.Equal(isFound ? [] : ["CONTENT6005"], texts.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_text_that_is_not_UTF8_is_told_at_its_byte()
    {
        File.WriteAllBytes(folder.Full("README.md"), Encoding.Latin1.GetBytes("# Caf\u00e9\n"));
        var texts = ContentCompiler.CheckPackage(Request() with { Readme = folder.Full("README.md") });
        Assert.Null(texts.Readme);
        Assert.Equal("CONTENT1011 (1,6,1,7)", $"{Assert.Single(texts.Diagnostics).Code} {texts.Diagnostics[0].Range}");
    }

    [Fact]
    public void A_README_of_more_than_a_megabyte_is_refused()
    {
        var texts = Check("# A\n\n" + new string('x', 1024 * 1024));
        Assert.Equal("CONTENT6005", Assert.Single(texts.Diagnostics).Code);
    }

    [Theory]
    [InlineData("[README.md]\ndotnet_diagnostic.CONTENT6001.severity = warning\n", "Warning 6001, Warning 6003")]
    [InlineData("[*.md] # of the gallery\ndotnet_diagnostic.CONTENT6003.severity = error\n", "Error 6001, Error 6003")]
    [InlineData("[docs/*.md]\ndotnet_diagnostic.CONTENT6001.severity = none\n", "Error 6001, Warning 6003")]
    [InlineData("[*]\ndotnet_analyzer_diagnostic.category-Content.severity = none\n", "")]
    public void Severities_follow_editorconfig_as_those_of_articles_do(string config, string expected)
    {
        folder.Write(".editorconfig", "root = true\n" + config);
        var found = Check("[g](gone.md) a<br>b").Diagnostics;
        Assert.Equal(expected, string.Join(", ", found.Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Code[^4..]}")));
    }

    [Fact]
    public void What_is_wrong_with_editorconfig_is_told_where_no_build_of_content_tells_it()
    {
        folder.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.CONTENT6003.severity = loud\n");
        folder.Write("README.md", "# A\n");
        var request = Request() with { Readme = folder.Full("README.md") };
        Assert.Equal("CONTENT0003", Assert.Single(ContentCompiler.CheckPackage(request).Diagnostics).Code);
        Assert.Empty(ContentCompiler.CheckPackage(request with { ConfigurationFile = folder.Full("content.json") }).Diagnostics);
    }

    [Fact]
    public void Of_a_project_with_content_severities_follow_its_configuration()
    {
        folder.Write("content.json", """{ "severity": { "CONTENT6003": "error" } }""");
        folder.Write("README.md", "a<br>b");
        var request = Request() with { Readme = folder.Full("README.md"), ConfigurationFile = folder.Full("content.json") };
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(ContentCompiler.CheckPackage(request).Diagnostics).Severity);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(ContentCompiler.CheckPackage(request with { ConfigurationFile = null }).Diagnostics).Severity);
    }

    /// <summary>As nuget.org renders it: Markdown without HTML, comments out, and only absolute addresses of the web kept.</summary>
    [Fact]
    public void Rendered_as_the_gallery_does_no_link_is_relative_and_no_tag_is_text()
    {
        var packed = Check("# A\n\n<!-- hidden -->\n\n[g](docs/guide.md) ![l](docs/logo.png) [a](#a) [x]\n\n| a | b |\n|---|---|\n| [c](LICENSE) | ~~d~~ |\n\n[x]: LICENSE\n").Readme!;
        var pipeline = new MarkdownPipelineBuilder().UseGridTables().UsePipeTables().UseListExtras().UseTaskLists().UseAutoLinks().UseEmphasisExtras().DisableHtml().Build();
        var html = Markdown.ToHtml(packed.Replace("<!-- hidden -->", "", StringComparison.Ordinal), pipeline);
        var addresses = System.Text.RegularExpressions.Regex.Matches(html, "(?:href|src)=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(5, addresses.Count);
        Assert.All(addresses, address => Assert.StartsWith("https://", address, StringComparison.Ordinal));
        Assert.DoesNotContain("&lt;", html, StringComparison.Ordinal);
    }

    private PackageTexts Check(string readme, string repository = "https://github.com/acme/lib")
    {
        folder.Write("README.md", readme);
        return ContentCompiler.CheckPackage(Request() with { Readme = folder.Full("README.md"), RepositoryUrl = repository });
    }

    private PackageTextRequest Request() => new()
    {
        ProjectDirectory = folder.Path,
        SourceRoot = folder.Path,
        RepositoryUrl = "https://github.com/acme/lib",
        RepositoryCommit = "c0ffee",
    };
}
